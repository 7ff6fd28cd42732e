import {
  type ContributionGroup,
  groupedContributions,
} from "../../detect/groups/grouped_contributions.ts";
import type { Contribution } from "../../detect/incident.ts";
import { formatBeside } from "../../frame/format_beside.ts";
import { formatDuration } from "../../frame/units.ts";
import type { Cell, Table } from "../document.ts";
import type { NumberedIncident } from "../report_view.ts";
import { groupName, movesWithText, sidesText } from "../incident/group_text.ts";
import { nameText, percentText } from "../words.ts";

/** Rows of the table. */
const MOST_ROWS = 12;

/** Smaller shares are left out, unless they are of a cause. */
const LEAST_SHARE = 0.03;

/**
 * Lists what contributed to an incident, in units; metrics that move together
 * have one row with the share of all, told by the strongest of them.
 *
 * @param one The incident.
 * @param options The table's interval.
 * @returns The table.
 */
export function contributionsTable(
  { incident, number }: NumberedIncident,
  options: { readonly intervalMs: number },
): Table {
  const groups = groupedContributions(incident.contributions);
  const notable = groups
    .filter(({ isCause, share }) => isCause || share >= LEAST_SHARE);
  const shown = notable.slice(0, MOST_ROWS);
  const rest = groups.length - shown.length;
  const together = shown.some(({ others }) => others.length > 0);
  const startMs = Date.parse(incident.start);
  return {
    kind: "table",
    caption:
      `Contributing signals of incident #${number}. ● marks a signal that ` +
      "passed its own threshold; actual and expected are at the signal's own worst step." +
      (together
        ? ' Metrics that move together are one signal: the share is that of all, the values are those of the one named first. One after "moves with" stayed in its own band.'
        : "") +
      (rest > 0 ? ` ${rest} with smaller shares are left out.` : ""),
    columns: [
      { title: "Signal", align: "left", weight: 2 },
      { title: "Share", align: "right", weight: 0.7 },
      { title: "Actual", align: "right", weight: 1 },
      { title: "Expected band", align: "right", weight: 1.3 },
      { title: "Direction", align: "left", weight: 0.8 },
      {
        title: "Left its band, seen from the start",
        align: "left",
        weight: 1.5,
      },
    ],
    rows: shown.map((group) => row(group, startMs, options)),
  };
}

function row(
  group: ContributionGroup,
  startMs: number,
  { intervalMs }: { readonly intervalMs: number },
): Cell[] {
  const { lead, share, isCause } = group;
  const { unit, actual, band } = lead;
  const [low, high] = band ?? [NaN, NaN];
  const told = formatBeside([actual ?? NaN], { low, high, unit });
  return [
    [`${isCause ? "● " : ""}${groupName(group)}`, movesWithText(group)]
      .filter((text) => text !== "").join("; "),
    percentText(share),
    ...told.values,
    told.range,
    sidesText(group),
    onsetText(group, { startMs, intervalMs }),
  ];
}

/** Where the incident starts, and how long a step is. */
interface OnsetOptions {
  readonly startMs: number;
  readonly intervalMs: number;
}

/** When the one named first left its band, and who of its company did before. */
function onsetText(
  { lead, others }: ContributionGroup,
  options: OnsetOptions,
): string {
  const msOf = ({ onset }: Contribution) =>
    onset === null ? Infinity : Date.parse(onset);
  const own = leadText(lead.onset, options);
  const [first] = others.toSorted((a, b) => msOf(a) - msOf(b));
  return first === undefined || msOf(first) >= msOf(lead)
    ? own
    : `${own} (${nameText(first.feature)} ${leadText(first.onset, options)})`;
}

/** When a signal left its band, seen from the incident's start. */
function leadText(
  onset: string | null,
  { startMs, intervalMs }: OnsetOptions,
): string {
  if (onset === null) return "never";
  const lead = Date.parse(onset) - startMs;
  if (Math.abs(lead) < intervalMs) return "at the start";
  return lead < 0
    ? `${formatDuration(-lead)} before`
    : `${formatDuration(lead)} after`;
}

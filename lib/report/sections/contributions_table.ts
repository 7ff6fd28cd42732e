import type { Contribution } from "../../detect/incident.ts";
import {
  formatDuration,
  formatQuantity,
  formatRange,
} from "../../frame/units.ts";
import type { Cell, Table } from "../document.ts";
import type { NumberedIncident } from "../report_view.ts";
import { nameText, percentText } from "../words.ts";

/** Rows of the table. */
const MOST_ROWS = 12;

/** Smaller shares are left out, unless they are of a cause. */
const LEAST_SHARE = 0.03;

/**
 * Lists what contributed to an incident, in units.
 *
 * @param one The incident.
 * @param options The table's interval.
 * @returns The table.
 */
export function contributionsTable(
  { incident, number }: NumberedIncident,
  options: { readonly intervalMs: number },
): Table {
  const notable = incident.contributions
    .filter(({ isCause, share }) => isCause || share >= LEAST_SHARE);
  const shown = notable.slice(0, MOST_ROWS);
  const rest = incident.contributions.length - shown.length;
  const startMs = Date.parse(incident.start);
  return {
    kind: "table",
    caption:
      `Contributing signals of incident #${number}. ● marks a signal that ` +
      "passed its own threshold; actual and expected are at the signal's own worst step." +
      (rest > 0 ? ` ${rest} with smaller shares are left out.` : ""),
    columns: [
      { title: "Signal", align: "left", weight: 2 },
      { title: "Share", align: "right", weight: 0.7 },
      { title: "Actual", align: "right", weight: 1 },
      { title: "Expected band", align: "right", weight: 1.3 },
      { title: "Direction", align: "left", weight: 0.8 },
      { title: "Left its band", align: "left", weight: 1.3 },
    ],
    rows: shown.map((contribution) => row(contribution, startMs, options)),
  };
}

function row(
  contribution: Contribution,
  startMs: number,
  { intervalMs }: { readonly intervalMs: number },
): Cell[] {
  const { feature, unit, share, isCause, actual, band } = contribution;
  return [
    `${isCause ? "● " : ""}${nameText(feature)}`,
    percentText(share),
    actual === null ? "—" : formatQuantity(actual, unit),
    band === null ? "—" : formatRange(band[0], band[1], unit),
    contribution.direction === "high" ? "above" : "below",
    leadText(contribution.onset, { startMs, intervalMs }),
  ];
}

/** When a signal left its band, seen from the incident's start. */
function leadText(
  onset: string | null,
  { startMs, intervalMs }: {
    readonly startMs: number;
    readonly intervalMs: number;
  },
): string {
  if (onset === null) return "never";
  const lead = Date.parse(onset) - startMs;
  if (Math.abs(lead) < intervalMs) return "at the start";
  return lead < 0
    ? `${formatDuration(-lead)} before the start`
    : `${formatDuration(lead)} after the start`;
}

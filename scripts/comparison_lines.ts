import { shortName } from "../lib/frame/plain_text.ts";
import { formatDuration, formatSpan, formatTime } from "../lib/frame/units.ts";
import type {
  ComparedIncident,
  Comparison,
  Sighting,
  VersionMeasures,
} from "../lib/pipeline/compare/comparison.ts";
import { countText } from "../lib/report/words.ts";
import { aligned } from "./aligned.ts";

/** Characters of what a version saw; two of them stand in a row of 80. */
const CELL_LENGTH = 22;

const MINUTE_MS = 60_000;

/** Incidents that are listed; those that changed come first where there are more. */
const MOST_ROWS = 40;

const SIGNS = { same: " ", neither: " ", lost: "−", gained: "+" } as const;

/**
 * Sets a comparison for a terminal of 80 columns.
 *
 * @param comparison The comparison.
 * @returns A title, a row an incident, a row a measure, what weakens it.
 */
export function comparisonLines(comparison: Comparison): string[] {
  const { name, host, span, current, candidate, incidents } = comparison;
  const time = formatSpan(Date.parse(span.start), Date.parse(span.end), {
    intervalMs: 60_000,
  });
  const shown = shownOf(incidents);
  const rows = [
    [
      "",
      "incident (UTC)",
      "lasted",
      `in use ${current.version}`,
      `new ${candidate.version}`,
    ],
    ...shown.map((one) => [
      SIGNS[one.change],
      ...timesOf(one, comparison),
      cell(one.current),
      cell(one.candidate),
    ]),
    ...measureRows(comparison),
  ];
  const more = incidents.length - shown.length;
  return [
    `${name} on ${host}, ${time}: ${titleOf(comparison)}`,
    "",
    ...aligned(rows, () => "left"),
    ...(more > 0 ? [`and ${more} more that are as before`] : []),
    "",
    `− lost: ${comparison.lost}, + gained: ${comparison.gained}, ${
      changedText(comparison)
    }`,
    ...comparison.warnings,
  ];
}

function changedText(
  { firstSignalChanged, firstGroupChanged }: Comparison,
): string {
  return `first signal changed: ${firstSignalChanged}${
    firstSignalChanged > 0 ? `, to another group: ${firstGroupChanged}` : ""
  }`;
}

/** Start to the minute, and length, the last step included. */
function timesOf(
  { start, end }: ComparedIncident,
  { intervalMs }: Comparison,
): readonly [start: string, length: string] {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  const minute = Math.floor(from / MINUTE_MS) * MINUTE_MS;
  return [
    formatTime(minute, { intervalMs: MINUTE_MS, zone: "left out" }),
    formatDuration((Math.floor((to - from) / intervalMs) + 1) * intervalMs),
  ];
}

function titleOf({ basis, incidents }: Comparison): string {
  if (incidents.length === 0) {
    return "no incident is known in it, so that nothing tells which is better";
  }
  return basis === "labels"
    ? countText(incidents.length, "labelled incident")
    : `${
      countText(incidents.length, "incident")
    } that earlier runs or one of these versions found, not labelled`;
}

function shownOf(
  incidents: readonly ComparedIncident[],
): readonly ComparedIncident[] {
  if (incidents.length <= MOST_ROWS) return incidents;
  const isNews = ({ change }: ComparedIncident) => change !== "same";
  const chosen = new Set(
    [...incidents.filter(isNews), ...incidents.filter((one) => !isNews(one))]
      .slice(0, MOST_ROWS),
  );
  return incidents.filter((one) => chosen.has(one));
}

function cell(sighting: Sighting | null): string {
  if (sighting === null) return "not found";
  const { delaySeconds, topFeature } = sighting;
  const when = delaySeconds === 0
    ? "at once"
    : formatDuration(delaySeconds * 1000);
  if (topFeature === null) return when;
  const room = CELL_LENGTH - when.length - 2;
  return `${when}, ${shortName(topFeature, room)}`;
}

function measureRows({ current, candidate, incidents }: Comparison) {
  const both = [current, candidate];
  const row = (what: string, text: (of: VersionMeasures) => string) => [
    "",
    what,
    "",
    ...both.map(text),
  ];
  return [
    row("found", ({ found }) => `${found} of ${incidents.length}`),
    row(
      "median delay",
      ({ medianDelaySeconds: delay }) =>
        delay === null
          ? "–"
          : delay === 0
          ? "at once"
          : formatDuration(delay * 1000),
    ),
    ...(current.falseAlarms && candidate.falseAlarms
      ? [
        row("false alarms", ({ falseAlarms }) =>
          `${falseAlarms?.count} (${
            (falseAlarms?.perDay ?? 0).toFixed(2)
          } a day)`),
      ]
      : []),
    row("incidents a day", ({ incidentsPerDay }) => incidentsPerDay.toFixed(2)),
  ];
}

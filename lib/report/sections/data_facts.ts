import type { LimitedSeries } from "../../detect/trend/limited_series.ts";
import { metricLimit } from "../../frame/metric_limit.ts";
import { stepTime } from "../../frame/metric_table.ts";
import type { Clock, ReadingFacts } from "../../frame/raw_table.ts";
import { formatLocalSpan } from "../../frame/local_time.ts";
import {
  formatDuration,
  formatQuantity,
  formatSpan,
} from "../../frame/units.ts";
import type { Facts } from "../document.ts";
import type { ReportInput, RunRecord } from "../report_input.ts";
import type { ReportView } from "../report_view.ts";
import { countText, listText, nameText } from "../words.ts";

/** Columns named in one sentence. */
const MOST_NAMED = 6;

/** How the times were read, in words. */
const CLOCKS: Readonly<Record<Clock, string>> = {
  zoned: "as written, with their zone; shown in UTC",
  epoch: "seconds or milliseconds since 1970; shown in UTC",
  naive: "written without a zone and taken as UTC",
  offset: "seconds since the first row, placed by --start",
  unplaced:
    "seconds since the first row, shown as if it was 1970-01-01 00:00 UTC",
};

/**
 * Tells span, interval, gaps and what reading the files was like.
 *
 * @param view The report's view.
 * @returns The facts.
 */
export function dataFacts(
  { timeZone, input: { table, run, limited, evaluation } }: ReportView,
): Facts {
  const { intervalMs, steps, gaps, facts } = table;
  const gapSteps = gaps.reduce((sum, { start, end }) => sum + end - start, 0);
  const last = stepTime(table, Math.max(0, steps - 1));
  const span = formatSpan(stepTime(table, 0), last, { intervalMs });
  const files = dataFiles(run, facts.files).map(nameText).join(", ");
  const gapText = countText(gaps.length, "gap");
  return {
    kind: "facts",
    items: [
      { term: "Host", value: nameText(table.host) },
      {
        term: "Span",
        value: `${span} (${formatDuration(steps * intervalMs)})`,
      },
      {
        term: "Interval",
        value: `${formatDuration(intervalMs)}, ${countText(steps, "step")}`,
      },
      {
        term: "Rows read",
        value: `${facts.rows.toLocaleString("en-US")} from ${files}`,
      },
      { term: "Times", value: CLOCKS[facts.clock] },
      ...(timeZone === null ? [] : [{
        term: "Local time",
        value: `${timeZone}: ${
          formatLocalSpan(stepTime(table, 0), last, { timeZone })
        }`,
      }]),
      {
        term: "Gaps",
        value: gaps.length === 0
          ? "none"
          : `${gapText}, ${formatDuration(gapSteps * intervalMs)} in all`,
      },
      {
        term: "Watched for running out",
        value: watchedText(limited, evaluation),
      },
      { term: "Put right in reading", value: troublesText(facts) },
    ],
  };
}

/** Which metrics have a limit, and whether one of them is about to reach it. */
function watchedText(
  limited: ReportInput["limited"],
  { earlyWarnings }: ReportInput["evaluation"],
): string {
  if (limited.length === 0) {
    return "no metric has a known limit; --limit NAME=VALUE states one";
  }
  const named = limited.slice(0, MOST_NAMED).map((one) =>
    `${nameText(one.name)} (${limitText(one)})`
  );
  const more = limited.length - named.length;
  const watched = listText([...named, ...(more > 0 ? [`${more} more`] : [])]);
  return earlyWarnings.length > 0
    ? watched
    : `${watched}: no lasting trend to ${
      limited.length === 1 ? "its limit" : "a limit"
    } at the end of the data`;
}

/** Which side it is on, and what it stands in place of. */
function limitText(
  { name, limit, side, unit }: Pick<
    LimitedSeries,
    "name" | "limit" | "side" | "unit"
  >,
): string {
  const known = metricLimit(name);
  const replaced = known === null || known === limit
    ? ""
    : `, in place of the usual floor ${formatQuantity(known, unit)}`;
  return `${side} ${formatQuantity(limit, unit)}${replaced}`;
}

function troublesText(facts: ReadingFacts): string {
  const badCells = facts.badCells.reduce((sum, { count }) => sum + count, 0);
  const troubles = [
    [
      facts.duplicates,
      "row with the time of another",
      "rows with the time of another",
    ],
    [facts.unordered, "row out of order", "rows out of order"],
    [
      facts.badTimes,
      `row without a readable time${badTimeText(facts)}`,
      `rows without a readable time${badTimeText(facts)}`,
    ],
    [
      badCells,
      `cell that is no number${badCellsText(facts)}`,
      `cells that are no number${badCellsText(facts)}`,
    ],
    [facts.infinite, "infinite value", "infinite values"],
  ] as const;
  const found = troubles.filter(([count]) => count > 0)
    .map(([count, one, many]) => countText(count, one, many));
  return found.length === 0 ? "nothing" : found.join(", ");
}

function badTimeText({ firstBadTime, badTimes }: ReadingFacts): string {
  if (firstBadTime === undefined) return "";
  return badTimes === 1
    ? ` (line ${firstBadTime})`
    : ` (from line ${firstBadTime} on)`;
}

/** By column, each with its first line. */
function badCellsText({ badCells }: ReadingFacts): string {
  const named = badCells.slice(0, MOST_NAMED).map((
    { name, count, firstLine },
  ) => `${nameText(name)} ${count} from line ${firstLine} on`);
  const more = badCells.length - named.length;
  return ` (${
    [...named, ...(more > 0 ? [`${more} more columns`] : [])].join("; ")
  })`;
}

/** The scored files as the run's record names them, which is how the user did. */
function dataFiles(run: RunRecord, files: readonly string[]): string[] {
  const named = run.inputs.filter(({ role }) => role === "data");
  return named.length > 0 ? named.map(({ path }) => path) : [...files];
}

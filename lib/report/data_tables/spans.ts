import { formatSpan, formatTime } from "../../frame/units.ts";
import type { StepRange } from "../../frame/metric_table.ts";
import type { ReportView } from "../report_view.ts";

/** Rows of a table behind a chart; more than that nobody reads out. */
const MOST_ROWS = 24;

/** Title of the first column of a table over time. */
export const TIME_COLUMN = { title: "Time (UTC)", align: "left" } as const;

/**
 * Cuts steps into a few parts of equal length, for a table with a row a part.
 *
 * @param range The steps.
 * @returns At most 24 parts that follow each other; a part a step where there are
 *   no more steps than that.
 */
export function toSpans({ start, end }: StepRange): StepRange[] {
  const length = end - start;
  const count = Math.min(MOST_ROWS, length);
  const edge = (part: number) => start + Math.floor((part * length) / count);
  return Array.from(
    { length: count },
    (_, part) => ({ start: edge(part), end: edge(part + 1) }),
  );
}

/**
 * Writes the time of a part, UTC, without saying so: the column's title does.
 *
 * @param view The report's view.
 * @param span Its steps, at least one.
 * @returns First and last step, or one time where they are the same.
 */
export function spanText(
  { dates, input: { table } }: SpanView,
  { start, end }: StepRange,
): string {
  const { startMs, intervalMs } = table;
  const options = { intervalMs, date: dates, zone: "left out" } as const;
  const [from, to] = [start, end - 1].map((t) => startMs + t * intervalMs);
  return from === to
    ? formatTime(from ?? NaN, options)
    : formatSpan(from ?? NaN, to ?? NaN, options);
}

/** What the time of a part is told by. */
export interface SpanView extends Pick<ReportView, "dates"> {
  /** The table's clock. */
  readonly input: {
    readonly table: { readonly startMs: number; readonly intervalMs: number };
  };
}

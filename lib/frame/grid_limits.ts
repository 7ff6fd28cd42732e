import { InputError } from "../errors.ts";
import { medianDifference } from "./grid_interval.ts";
import type { GridRows } from "./grid_rows.ts";
import type { RawTable } from "./raw_table.ts";
import { formatDuration, formatSpan } from "./time_text.ts";

/** Values that a grid may have: 1.2 GB as Float32. */
const MAX_VALUES = 300_000_000;

/** And one of which most steps have no row, as a mistyped time makes it. */
const MAX_GAPPY_VALUES = 50_000_000;

/** From this number on, columns are what makes a grid too large. */
const MANY_COLUMNS = 200;

/** A longer grid on which fewer steps than this share have a row is refused. */
const MIN_FILLED_SHARE = 0.01;
const SPARSE_FROM_STEPS = 10_000;

/**
 * Makes sure that rows come as often as a model's steps; a table's own interval
 * fits it in any case.
 *
 * @param raw The table as it was read.
 * @param intervalMs Milliseconds from one step to the next.
 * @throws {InputError} If they come more seldom.
 */
export function requireFrequent(raw: RawTable, intervalMs: number): void {
  const own = medianDifference(raw.times);
  if (own <= 1.5 * intervalMs) return;
  throw new InputError(
    useOf(raw),
    `rows must come every ${formatDuration(intervalMs)} or more often`,
    { hint: `they come every ${formatDuration(own)}` },
  );
}

/**
 * Makes sure that a grid is neither too large nor nearly empty.
 *
 * @param raw The table as it was read.
 * @param grid The grid under its rows.
 * @throws {InputError} If it is.
 */
export function requireFit(
  raw: RawTable,
  { steps, intervalMs }: GridRows,
): void {
  const rows = raw.times.length;
  const most = 2 * rows < steps ? MAX_GAPPY_VALUES : MAX_VALUES;
  const tooLarge = steps * raw.columns.length > most;
  const tooSparse = steps > SPARSE_FROM_STEPS &&
    rows < MIN_FILLED_SHARE * steps;
  if (!tooLarge && !tooSparse) return;
  const span = formatSpan(raw.times[0] ?? NaN, raw.times[rows - 1] ?? NaN);
  throw new InputError(
    useOf(raw),
    tooLarge
      ? `a regular grid must have at most ${most / 1e6} million values`
      : "rows must not lie this far apart",
    {
      got: steps * raw.columns.length,
      hint: raw.columns.length > MANY_COLUMNS && !tooSparse
        ? `it has ${raw.columns.length} columns; choose some with --metric NAME…`
        : `${rows} rows span ${span} in steps of ${
          formatDuration(intervalMs)
        }; is a time wrong?`,
    },
  );
}

/**
 * Names what could not be done with a table, for a message.
 *
 * @param raw The table.
 * @returns Such as `"use the data of server-1"`.
 */
export function useOf(raw: Pick<RawTable, "host">): string {
  return `use the data of ${raw.host}`;
}

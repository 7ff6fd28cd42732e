import type { BadCells, RawColumn } from "@lib/frame/raw_table.ts";
import type { FileTimes } from "@lib/source/timestamps.ts";

/** One file as it was read: rows in the file's order, times not yet placed. */
export interface TablePart {
  /** The file, as it was named. */
  readonly file: string;
  /** Rows, the blank ones too. */
  readonly rows: number;
  /** Rows with no time and no value, such as blank lines. */
  readonly blank: number;
  /** When each row was, shape `[rows]`. */
  readonly times: FileTimes;
  /** All columns but timestamp, host and label, each of length `[rows]`. */
  readonly columns: readonly RawColumn[];
  /** The `label` column, NaN where empty; `null` without one. */
  readonly label: Float64Array | null;
  /** The distinct names in the `host` column; empty without one. */
  readonly hosts: readonly string[];
  /** Cells that were there but no number. */
  readonly badCells: readonly BadCells[];
}

/**
 * Gives the line of a row, the header being line 1.
 *
 * @param row The row's index in its file.
 * @returns The line's number.
 */
export function lineOfRow(row: number): number {
  return row + 2;
}

/**
 * Counts the rows that say nothing.
 *
 * @param times The times, NaN where a row has none; shape `[rows]`.
 * @param columns The columns, each of length `[rows]`.
 * @returns How many rows have neither a time nor a value.
 */
export function countBlank(
  times: Float64Array,
  columns: readonly RawColumn[],
): number {
  let blank = 0;
  for (let row = 0; row < times.length; row++) {
    if (!Number.isNaN(times[row])) continue;
    if (columns.every(({ values }) => Number.isNaN(values[row]))) blank++;
  }
  return blank;
}

import type { BadCells, RawColumn } from "../../frame/raw_table.ts";
import type { FileTimes } from "../rows/timestamps.ts";

/** One host's rows of one file: in the file's order, times not yet placed. */
export interface TablePart {
  /** The file, as it was named. */
  readonly file: string;
  /** The host, or `null` where the file does not name it. */
  readonly host: string | null;
  /** Rows, the blank ones too. */
  readonly rows: number;
  /** Rows with no time and no value, such as blank lines. */
  readonly blank: number;
  /** Line of the first row without a readable time that is not blank; 0 without one. */
  readonly firstTimeless: number;
  /** Values of a long table that a later line of one time and metric replaced. */
  readonly duplicates: number;
  /** When each row was, shape `[rows]`. */
  readonly times: FileTimes;
  /** All columns but timestamp, host and label, each of length `[rows]`. */
  readonly columns: readonly RawColumn[];
  /** The `label` column, NaN where empty; `null` without one. */
  readonly label: Float64Array | null;
  /** Cells that were there but no number. */
  readonly badCells: readonly BadCells[];
  /** Sentences about the file that a reader of a report must know. */
  readonly notes: readonly string[];
}

/**
 * Gives the line at which a row begins, the header being line 1.
 *
 * @param row The row's index in its file.
 * @param breaks The row of each line end within a row, rising; -1 is the header.
 * @returns The line's number.
 *
 * @example Usage
 * ```ts
 * import { lineOfRow } from "@lib/source/parts/table_part.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(lineOfRow(0), 2);
 * assert.equal(lineOfRow(2, [-1, 0, 0, 2]), 7);
 * ```
 */
export function lineOfRow(row: number, breaks: readonly number[] = []): number {
  let [low, high] = [0, breaks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (breaks[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return row + 2 + low;
}

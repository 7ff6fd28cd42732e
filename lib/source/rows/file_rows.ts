import type { RawColumn } from "../../frame/raw_table.ts";
import type { FileTimes } from "./timestamps.ts";

/** One file as it was read, all hosts together: rows in the file's order. */
export interface FileRows {
  /** The file, as it was named. */
  readonly file: string;
  /** When each row was, shape `[rows]`. */
  readonly times: FileTimes;
  /** The host of each row, `null` where empty; `null` without the column. */
  readonly hosts: readonly (string | null)[] | null;
  /** The metric of each row of a long table; `null` for a wide one. */
  readonly metrics: readonly (string | null)[] | null;
  /** Columns of numbers but the label, each of length `[rows]`. */
  readonly columns: readonly RawColumn[];
  /** The `label` column, NaN where empty; `null` without one. */
  readonly label: Float64Array | null;
  /** Rows whose cell was there but no number, by column. */
  readonly badRows: readonly BadRows[];
  /**
   * The row in which each line ends that does not end one, rising; -1 is the header.
   *
   * @default none
   */
  readonly breaks?: readonly number[];
  /** Sentences about the file that a reader of a report must know. */
  readonly notes: readonly string[];
}

/** Rows of one column that could not be read. */
export interface BadRows {
  /** The column's name. */
  readonly name: string;
  /** The rows' indices, rising. */
  readonly rows: readonly number[];
  /** One of the cells, where all are numbers with a decimal comma. */
  readonly decimalComma?: string;
}

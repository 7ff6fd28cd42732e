/**
 * How a file told its times, in the order of certainty.
 *
 * - `"zoned"`: ISO 8601 with a zone or an offset
 * - `"epoch"`: seconds or milliseconds since 1970
 * - `"naive"`: ISO 8601 without a zone, taken as UTC
 * - `"offset"`: seconds since the first row, placed by `--start`
 * - `"unplaced"`: seconds since the first row, shown from 1970-01-01
 */
export type Clock = "zoned" | "epoch" | "naive" | "offset" | "unplaced";

/** One numeric column as it was read. */
export interface RawColumn {
  /** The column's name. */
  readonly name: string;
  /** Its unit where it is not the schema's, such as `"1/s"` of a counter's rate. */
  readonly unit?: string;
  /** One value a row; NaN where there was none that could be used. */
  readonly values: Float64Array;
}

/** A column that is not carried on, and why. */
export interface ExcludedMetric {
  /** The column's name. */
  readonly name: string;
  /** Its unit, `""` where not known. */
  readonly unit: string;
  /**
   * - `"absent"`: a metric of the model that this table lacks
   * - `"empty"`: no usable value
   * - `"constant"`: one value only (in the training part)
   * - `"sparse"`: too few values to learn from
   * - `"text"`: not numeric
   * - `"unused"`: a column that is no feature of the model
   * - `"unchosen"`: a column that --metric does not name
   */
  readonly reason:
    | "absent"
    | "empty"
    | "constant"
    | "sparse"
    | "text"
    | "unused"
    | "unchosen";
  /** A clause for the reader, with numbers: "always 16.0 GiB in training". */
  readonly detail: string;
  /** The one value of a `"constant"` metric, in its unit; absent in older models. */
  readonly value?: number;
}

/** Facts about the reading that the report tells. */
export interface ReadingFacts {
  /** The files, as they were named. */
  readonly files: readonly string[];
  /** Data rows in the files. */
  readonly rows: number;
  /** Rows dropped since a later row has the same time (the last one wins). */
  readonly duplicates: number;
  /** Rows that stood below a later time in their file and were sorted in. */
  readonly unordered: number;
  /** Rows dropped since their time could not be read. */
  readonly badTimes: number;
  /** Line of the first of them in its file, the header being line 1. */
  readonly firstBadTime?: number;
  /** Cells that were there but no number, by column, with their first line. */
  readonly badCells: readonly BadCells[];
  /** Values that were +Inf or −Inf and count as missing, over all columns. */
  readonly infinite: number;
  /** How the times were told. */
  readonly clock: Clock;
  /** Sentences about the reading that a reader of the report must know. */
  readonly notes?: readonly string[];
}

/** Cells of one column that could not be read. */
export interface BadCells {
  /** The column's name. */
  readonly name: string;
  /** How many. */
  readonly count: number;
  /** Line of the first one in its file, the header being line 1. */
  readonly firstLine: number;
}

/**
 * A table of one host as it was read: sorted by time, one row a time, not yet
 * on a regular grid.
 */
export interface RawTable {
  /** The host's name; from the `host` column or the file's name. */
  readonly host: string;
  /** Milliseconds since 1970 UTC, strictly increasing, shape `[rows]`. */
  readonly times: Float64Array;
  /** Numeric columns without timestamp, host and label, each of length `[rows]`. */
  readonly columns: readonly RawColumn[];
  /** 1 where a row is labelled anomalous, or `null` without a `label` column. */
  readonly label: Uint8Array | null;
  /** Columns that could not be taken at all. */
  readonly excluded: readonly ExcludedMetric[];
  /** Facts about the reading. */
  readonly facts: ReadingFacts;
}

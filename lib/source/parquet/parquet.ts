import pl from "nodejs-polars";
import { InputError } from "../../errors.ts";
import { toFloat64, toStrings } from "../../frame/polars_columns.ts";
import type { RawColumn } from "../../frame/raw_table.ts";
import {
  HOST_COLUMN,
  LABEL_COLUMN,
  TIMESTAMP_COLUMN,
} from "../../frame/schema.ts";
import { requireTimestamp } from "../rows/columns.ts";
import type { BadRows, FileRows } from "../rows/file_rows.ts";
import { eachColumn, openParquet } from "./open_parquet.ts";
import { isLong, METRIC_COLUMN, textColumns } from "../rows/text_columns.ts";
import { parseNumbers, type TextNumbers } from "../rows/text_numbers.ts";
import { type FileTimes, numericTimes, textTimes } from "../rows/timestamps.ts";

const NUMERIC = /^(U?Int\d+|Float\d+|Decimal|Bool)$/;
const TEXT = /^(String|Utf8|Categorical)$/;

/**
 * Reads a Parquet file.
 *
 * @param file The path.
 * @returns The file's rows, in its order.
 * @throws {InputError} If it is damaged or has no timestamp column.
 */
export async function readParquet(file: string): Promise<FileRows> {
  const table = await openParquet(file);
  const { names, rows } = table;
  requireTimestamp(names, file);
  const asText = textColumns(names);
  const badRows: BadRows[] = [];
  const columns: RawColumn[] = [];
  let label: Float64Array | null = null;
  const numeric = names.filter((name) => !asText.has(name));
  for (const [name, series] of eachColumn(table, numeric)) {
    const { values, bad } = numbersOf(series);
    if (bad.length > 0) badRows.push({ name, rows: bad });
    if (name === LABEL_COLUMN) label = values;
    else columns.push({ name, values });
  }
  const series = (name: string) => table.read([name]).getColumn(name);
  const cells = (name: string) => toStrings(series(name).cast(pl.String));
  const times = timesOf(series(TIMESTAMP_COLUMN), file);
  const hosts = names.includes(HOST_COLUMN) ? cells(HOST_COLUMN) : null;
  const metrics = isLong(names) ? cells(METRIC_COLUMN) : null;
  requireWhole(file, rows, [
    times.ms,
    ...columns.map(({ values }) => values),
    ...[label, hosts, metrics].filter((column) => column !== null),
  ]);
  return {
    file,
    times,
    hosts,
    metrics,
    columns,
    label,
    badRows,
    notes: [],
  };
}

/** A damaged mask of missing values can leave a column shorter than the others. */
function requireWhole(
  file: string,
  rows: number,
  columns: readonly ArrayLike<unknown>[],
) {
  if (columns.every(({ length }) => length === rows)) return;
  throw new InputError(`read ${file}`, "it must be a whole Parquet file", {
    hint: "a column holds fewer values than there are rows",
  });
}

/**
 * Lists the names in the `host` column of a Parquet file.
 *
 * @param file The path.
 * @returns One name a row, `null` where empty; none without the column.
 * @throws {InputError} If the file is damaged.
 */
export async function parquetHosts(file: string): Promise<(string | null)[]> {
  const { names, read } = await openParquet(file);
  if (!names.includes(HOST_COLUMN)) return [];
  const hosts = read([HOST_COLUMN]).getColumn(HOST_COLUMN).cast(pl.String);
  return toStrings(hosts.unique()).sort();
}

function numbersOf(series: pl.Series): TextNumbers {
  const type = series.dtype.variant;
  if (NUMERIC.test(type)) {
    return { values: toFloat64(series), bad: [] };
  }
  if (TEXT.test(type)) return parseNumbers(toStrings(series.cast(pl.String)));
  // Dates, durations, lists: values that are there, and no numbers.
  const there: Uint32Array = series.isNotNull().argTrue().toTypedArray();
  return {
    values: new Float64Array(series.length).fill(NaN),
    bad: [...there],
  };
}

function timesOf(series: pl.Series, file: string): FileTimes {
  const type = series.dtype.variant;
  if (type === "Datetime" || type === "Date") {
    const ms = toFloat64(series.cast(pl.Datetime("ms")).cast(pl.Int64));
    // The zone is told only by the type's text: Datetime(ms,UTC).
    const zoned = /,\s*[^,)\s]+\)/.test(String(series.dtype));
    return { ms, form: zoned ? "zoned" : "naive" };
  }
  if (NUMERIC.test(type)) return numericTimes(toFloat64(series), file);
  return textTimes(toStrings(series.cast(pl.String)), file);
}

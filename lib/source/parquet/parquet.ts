import { Buffer } from "node:buffer";
import { extname } from "node:path";
import pl from "nodejs-polars";
import { InputError } from "../../errors.ts";
import { toFloat64, toStrings } from "../../frame/polars_columns.ts";
import type { RawColumn } from "../../frame/raw_table.ts";
import {
  HOST_COLUMN,
  LABEL_COLUMN,
  TIMESTAMP_COLUMN,
} from "../../frame/schema.ts";
import { checkParquet } from "./check_parquet.ts";
import { requireTimestamp } from "../rows/columns.ts";
import type { BadRows, FileRows } from "../rows/file_rows.ts";
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
  const frame = await read(file);
  const names = frame.columns;
  requireTimestamp(names, file);
  const asText = textColumns(names);
  const badRows: BadRows[] = [];
  const columns: RawColumn[] = [];
  let label: Float64Array | null = null;
  for (const name of names) {
    if (asText.has(name)) continue;
    const { values, bad } = numbersOf(frame.getColumn(name));
    if (bad.length > 0) badRows.push({ name, rows: bad });
    if (name === LABEL_COLUMN) label = values;
    else columns.push({ name, values });
  }
  const cells = (name: string) =>
    toStrings(frame.getColumn(name).cast(pl.String));
  const times = timesOf(frame.getColumn(TIMESTAMP_COLUMN), file);
  const hosts = names.includes(HOST_COLUMN) ? cells(HOST_COLUMN) : null;
  const metrics = isLong(names) ? cells(METRIC_COLUMN) : null;
  requireWhole(file, frame.height, [
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
  const none = await read(file, { nRows: 0 });
  if (!none.columns.includes(HOST_COLUMN)) return [];
  const hosts = (await read(file, { columns: [HOST_COLUMN] }))
    .getColumn(HOST_COLUMN).cast(pl.String);
  return toStrings(hosts.unique()).sort();
}

/** What damage the check leaves, this way of reading says and does not die of. */
async function read(
  file: string,
  options: { readonly columns?: string[]; readonly nRows?: number } = {},
): Promise<pl.DataFrame> {
  await checkParquet(file);
  // Of another name it would be taken for the contents.
  const source = extname(file) === ".parquet"
    ? file
    : Buffer.from(await Deno.readFile(file));
  try {
    return pl.readParquet(source, options);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`read ${file}`, "it must be a whole Parquet file", {
      hint: message.split("\n")[0] ?? "",
      cause,
    });
  }
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

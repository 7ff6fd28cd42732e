import pl from "nodejs-polars";
import { InputError } from "@lib/errors.ts";
import {
  distinctStrings,
  toFloat64,
  toStrings,
} from "@lib/frame/polars_columns.ts";
import type { BadCells, RawColumn } from "@lib/frame/raw_table.ts";
import {
  HOST_COLUMN,
  LABEL_COLUMN,
  TIMESTAMP_COLUMN,
} from "@lib/frame/schema.ts";
import { requireTimestamp } from "@lib/source/columns.ts";
import {
  countBlank,
  lineOfRow,
  type TablePart,
} from "@lib/source/table_part.ts";
import { parseNumbers, type TextNumbers } from "@lib/source/text_numbers.ts";
import {
  type FileTimes,
  numericTimes,
  textTimes,
} from "@lib/source/timestamps.ts";

const NUMERIC = /^(U?Int\d+|Float\d+|Decimal|Bool)$/;
const TEXT = /^(String|Utf8|Categorical)$/;

/**
 * Reads a Parquet file.
 *
 * @param file The path.
 * @returns The file's rows, in its order.
 * @throws {InputError} If it is damaged or has no timestamp column.
 */
export async function readParquet(file: string): Promise<TablePart> {
  const frame = await scan(file);
  const names = frame.columns;
  requireTimestamp(names, file);
  const badCells: BadCells[] = [];
  const columns: RawColumn[] = [];
  let label: Float64Array | null = null;
  for (const name of names) {
    if (name === TIMESTAMP_COLUMN || name === HOST_COLUMN) continue;
    const { values, bad, firstBad } = numbersOf(frame.getColumn(name));
    if (bad > 0) {
      badCells.push({ name, count: bad, firstLine: lineOfRow(firstBad) });
    }
    if (name === LABEL_COLUMN) label = values;
    else columns.push({ name, values });
  }
  const times = timesOf(frame.getColumn(TIMESTAMP_COLUMN), file);
  return {
    file,
    rows: frame.height,
    blank: countBlank(times.ms, columns),
    times,
    columns,
    label,
    hosts: names.includes(HOST_COLUMN)
      ? distinctStrings(frame.getColumn(HOST_COLUMN).cast(pl.String))
      : [],
    badCells,
  };
}

async function scan(file: string): Promise<pl.DataFrame> {
  try {
    return await pl.scanParquet(file, { glob: false }).collect();
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
    return { values: toFloat64(series), bad: 0, firstBad: -1 };
  }
  if (TEXT.test(type)) return parseNumbers(toStrings(series.cast(pl.String)));
  // Dates, durations, lists: values that are there, and no numbers.
  const there: Uint32Array = series.isNotNull().argTrue().toTypedArray();
  return {
    values: new Float64Array(series.length).fill(NaN),
    bad: there.length,
    firstBad: there[0] ?? -1,
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

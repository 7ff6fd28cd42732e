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
import { readCsvHeader } from "@lib/source/csv_header.ts";
import {
  countBlank,
  lineOfRow,
  type TablePart,
} from "@lib/source/table_part.ts";
import { parseNumbers } from "@lib/source/text_numbers.ts";
import { textTimes } from "@lib/source/timestamps.ts";

/** Columns that are read once more as text at a time, to bound the memory. */
const TEXT_COLUMNS_AT_A_TIME = 8;

/**
 * Reads a CSV file: comma-separated UTF-8 with a header line.
 *
 * @param file The path.
 * @param head The first bytes of the file.
 * @returns The file's rows, in its order.
 * @throws {InputError} If there is no timestamp column, or a line has more fields than the header.
 */
export async function readCsv(
  file: string,
  head: Uint8Array,
): Promise<TablePart> {
  const names = readCsvHeader(head, file);
  requireTimestamp(names, file);
  const asText = new Set([TIMESTAMP_COLUMN, HOST_COLUMN]);
  const frame = await scan(
    file,
    names.map((name) => asText.has(name) ? pl.String : pl.Float64),
  );
  const column = (name: string) => frame.getColumn(key(names.indexOf(name)));

  const badCells: BadCells[] = [];
  const numbers = new Map<string, Float64Array>();
  const unsure: number[] = [];
  names.forEach((name, index) => {
    if (asText.has(name)) return;
    const series = frame.getColumn(key(index));
    numbers.set(name, toFloat64(series));
    if (series.nullCount() > 0) unsure.push(index);
  });
  // Polars gives null for an empty cell and for one it cannot read: only the
  // text of those cells tells which.
  for (let i = 0; i < unsure.length; i += TEXT_COLUMNS_AT_A_TIME) {
    const indices = unsure.slice(i, i + TEXT_COLUMNS_AT_A_TIME);
    const texts = await scan(file, names.map(() => pl.String), indices);
    for (const index of indices) {
      const name = names[index] ?? "";
      const empty = frame.getColumn(key(index)).isNull();
      const rows: Uint32Array = empty.argTrue().toTypedArray();
      const cells = toStrings(texts.getColumn(key(index)).filter(empty));
      const { values, bad, firstBad } = parseNumbers(cells);
      const all = numbers.get(name) ?? new Float64Array(frame.height);
      rows.forEach((row, nth) => all[row] = values[nth] ?? NaN);
      if (bad > 0) {
        const firstLine = lineOfRow(rows[firstBad] ?? 0);
        badCells.push({ name, count: bad, firstLine });
      }
    }
  }

  const columns: RawColumn[] = [...numbers]
    .filter(([name]) => name !== LABEL_COLUMN)
    .map(([name, values]) => ({ name, values }));
  const times = textTimes(toStrings(column(TIMESTAMP_COLUMN)), file);
  return {
    file,
    rows: frame.height,
    blank: countBlank(times.ms, columns),
    times,
    columns,
    label: numbers.get(LABEL_COLUMN) ?? null,
    hosts: names.includes(HOST_COLUMN)
      ? distinctStrings(column(HOST_COLUMN))
      : [],
    badCells,
  };
}

/**
 * Reads columns of the file under names of our own, which no header can turn
 * into a pattern.
 */
async function scan(
  file: string,
  types: readonly pl.DataType[],
  indices: readonly number[] = types.map((_, index) => index),
): Promise<pl.DataFrame> {
  const schema = Object.fromEntries(
    types.map((type, index) => [key(index), type]),
  );
  try {
    return await pl
      .scanCSV(file, {
        schema,
        hasHeader: true,
        ignoreErrors: true,
        truncateRaggedLines: false,
        glob: false,
      })
      .select(...indices.map(key))
      .collect();
  } catch (cause) {
    throw polarsError(file, cause);
  }
}

function key(index: number): string {
  return `c${index}`;
}

function polarsError(file: string, cause: unknown): InputError {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (message.includes("more fields")) {
    return new InputError(
      `read ${file}`,
      "no line may have more fields than the first line has names",
      { cause },
    );
  }
  if (/utf-?8/i.test(message)) {
    return new InputError(`read ${file}`, "it must be UTF-8 text or Parquet", {
      cause,
    });
  }
  const [line = ""] = message.split("\n");
  return new InputError(`read ${file}`, "it must be CSV", {
    hint: line,
    cause,
  });
}

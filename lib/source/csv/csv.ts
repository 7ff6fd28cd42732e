import pl from "nodejs-polars";
import { InputError } from "../../errors.ts";
import { toFloat64, toStrings } from "../../frame/polars_columns.ts";
import type { RawColumn } from "../../frame/raw_table.ts";
import {
  HOST_COLUMN,
  LABEL_COLUMN,
  TIMESTAMP_COLUMN,
} from "../../frame/schema.ts";
import type { CsvText } from "./csv_text.ts";
import { decimalCommaIn } from "../rows/decimal_comma.ts";
import type { BadRows, FileRows } from "../rows/file_rows.ts";
import { isLong, METRIC_COLUMN, textColumns } from "../rows/text_columns.ts";
import { parseNumbers } from "../rows/text_numbers.ts";
import { textTimes } from "../rows/timestamps.ts";

/** Cells that are read once more as text at a time, to bound the memory. */
const TEXT_CELLS_AT_A_TIME = 4_000_000;

/**
 * Reads a prepared CSV file.
 *
 * @param file The path.
 * @param text The file's text.
 * @returns The file's rows, in its order.
 * @throws {InputError} If its lines cannot be told apart.
 */
export async function readCsv(file: string, text: CsvText): Promise<FileRows> {
  const { names, shape } = text;
  const asText = textColumns(names);
  const frame = await scan(
    file,
    text,
    names.map((name) => asText.has(name) ? pl.String : pl.Float64),
  );
  const rows = frame.height - (shape.isCut ? 1 : 0);
  const cells = (name: string) => {
    const texts = toStrings(frame.getColumn(key(names.indexOf(name))));
    const own = texts.slice(0, rows);
    return shape.breaks.length === 0 ? own : own.map(oneLine);
  };

  const badRows: BadRows[] = [];
  const numbers = new Map<string, Float64Array>();
  const unsure: number[] = [];
  names.forEach((name, index) => {
    if (asText.has(name)) return;
    const series = frame.getColumn(key(index));
    numbers.set(name, toFloat64(series).subarray(0, rows));
    if (series.nullCount() > 0) unsure.push(index);
  });
  // Polars gives null for an empty cell and for one it cannot read: only the
  // text of those cells tells which.
  const atATime = Math.max(1, Math.floor(TEXT_CELLS_AT_A_TIME / (rows + 1)));
  for (let i = 0; i < unsure.length; i += atATime) {
    const indices = unsure.slice(i, i + atATime);
    const texts = await scan(file, text, names.map(() => pl.String), indices);
    for (const index of indices) {
      const name = names[index] ?? "";
      const empty = frame.getColumn(key(index)).isNull();
      const places: Uint32Array = empty.argTrue().toTypedArray();
      const cells = toStrings(texts.getColumn(key(index)).filter(empty));
      const read = parseNumbers(cells);
      const all = numbers.get(name);
      places.forEach((row, nth) => {
        if (all && row < rows) all[row] = read.values[nth] ?? NaN;
      });
      const bad = read.bad.filter((nth) => (places[nth] ?? 0) < rows);
      if (bad.length === 0) continue;
      const comma = decimalCommaIn(bad.map((nth) => cells[nth] ?? null));
      badRows.push({
        name,
        rows: bad.map((nth) => places[nth] ?? 0),
        ...(comma === undefined ? {} : { decimalComma: comma }),
      });
    }
  }

  const columns: RawColumn[] = [...numbers]
    .filter(([name]) => name !== LABEL_COLUMN)
    .map(([name, values]) => ({ name, values }));
  return {
    file,
    times: textTimes(cells(TIMESTAMP_COLUMN), file),
    hosts: names.includes(HOST_COLUMN) ? cells(HOST_COLUMN) : null,
    metrics: isLong(names) ? cells(METRIC_COLUMN) : null,
    columns,
    label: numbers.get(LABEL_COLUMN) ?? null,
    badRows,
    breaks: shape.breaks,
    notes: text.notes,
  };
}

/**
 * Reads columns of the file under names of our own, which no header can turn
 * into a pattern.
 */
async function scan(
  file: string,
  text: CsvText,
  types: readonly pl.DataType[],
  indices: readonly number[] = types.map((_, index) => index),
): Promise<pl.DataFrame> {
  const frame = await scanText(file, text, { types, indices });
  const { records } = text.shape;
  if (frame.height === records) return frame;
  throw new InputError(`read ${file}`, "its lines must be told apart", {
    hint:
      `${records} lines gave ${frame.height} rows; is a quote out of place?`,
  });
}

async function scanText(
  file: string,
  { content, delimiter }: CsvText,
  { types, indices }: {
    readonly types: readonly pl.DataType[];
    readonly indices: readonly number[];
  },
): Promise<pl.DataFrame> {
  const schema = Object.fromEntries(
    types.map((type, index) => [key(index), type]),
  );
  const options = {
    schema,
    sep: delimiter,
    hasHeader: true,
    ignoreErrors: true,
    truncateRaggedLines: false,
  };
  try {
    return typeof content === "string"
      ? await pl.scanCSV(content, { ...options, glob: false })
        .select(...indices.map(key))
        .collect()
      : pl.readCSV(content, { ...options, columns: indices.map(key) });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`read ${file}`, "it must be CSV", {
      hint: message.split("\n")[0] ?? "",
      cause,
    });
  }
}

/** A host or a metric is named in one line. */
function oneLine(text: string | null): string | null {
  return text === null ? null : text.replaceAll(/\s*[\r\n]+\s*/g, " ");
}

function key(index: number): string {
  return `c${index}`;
}

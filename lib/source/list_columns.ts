import {
  HOST_COLUMN,
  LABEL_COLUMN,
  TIMESTAMP_COLUMN,
} from "../frame/schema.ts";
import { readHeader } from "./csv/read_header.ts";
import { openParquet } from "./parquet/open_parquet.ts";
import { readHead } from "./rows/table_file.ts";
import { isLong } from "./rows/text_columns.ts";

/** Columns that are no metrics. */
const NO_METRICS: readonly string[] = [
  TIMESTAMP_COLUMN,
  HOST_COLUMN,
  LABEL_COLUMN,
];

/**
 * Lists the metrics that files have, by their headers alone: no row is read.
 *
 * @param files The paths.
 * @returns The distinct names in the order in which they come; `null` where only
 *   the rows tell, as in JSON and in tables with one row a value.
 * @throws {InputError} If a file cannot be read as a table.
 */
export async function listColumns(
  files: readonly string[],
): Promise<string[] | null> {
  const all = new Set<string>();
  for (const file of files) {
    const { kind, bytes } = await readHead(file);
    if (kind === "json") return null;
    const { names } = kind === "parquet"
      ? await openParquet(file)
      : readHeader(bytes, file);
    if (isLong(names)) return null;
    names.forEach((name) => all.add(name));
  }
  return [...all].filter((name) => !NO_METRICS.includes(name));
}

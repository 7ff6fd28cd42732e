import { readCsv } from "./csv/csv.ts";
import { type CsvTextOptions, prepareCsv } from "./csv/csv_text.ts";
import type { FileRows } from "./rows/file_rows.ts";
import { readJson } from "./json/json_file.ts";
import { readParquet } from "./parquet/parquet.ts";
import { readHead } from "./rows/table_file.ts";

/**
 * Reads one file of metrics, all hosts together; what it is, its contents tell.
 *
 * @param file The path.
 * @param options How the numbers of a CSV file are written.
 * @returns Its rows, in its order.
 * @throws {InputError} If it cannot be read as a table.
 */
export async function readFile(
  file: string,
  options: CsvTextOptions,
): Promise<FileRows> {
  const head = await readHead(file);
  if (head.kind === "json") return await readJson(file, head);
  return head.kind === "parquet"
    ? await readParquet(file)
    : await readCsv(file, await prepareCsv(file, head, options));
}

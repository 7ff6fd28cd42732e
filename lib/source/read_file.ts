import { readCsv } from "@lib/source/csv.ts";
import { type CsvTextOptions, prepareCsv } from "@lib/source/csv_text.ts";
import type { FileRows } from "@lib/source/file_rows.ts";
import { readJson } from "@lib/source/json_file.ts";
import { readParquet } from "@lib/source/parquet.ts";
import { readHead } from "@lib/source/table_file.ts";

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

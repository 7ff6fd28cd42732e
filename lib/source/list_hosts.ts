import { HOST_COLUMN } from "../frame/schema.ts";
import type { CsvTextOptions } from "./csv/csv_text.ts";
import { readHeader } from "./csv/read_header.ts";
import { parquetHosts } from "./parquet/parquet.ts";
import { readFile } from "./read_file.ts";
import { distinctHosts } from "./parts/split_hosts.ts";
import { readHead } from "./rows/table_file.ts";

/**
 * Lists the hosts that files name in their `host` columns, or JSON in its labels.
 *
 * @param files The paths.
 * @param options How the numbers of CSV files are written.
 * @returns The distinct names in the order in which they come; none without
 *   such a column.
 * @throws {InputError} If a file cannot be read as a table.
 */
export async function listHosts(
  files: readonly string[],
  options: CsvTextOptions,
): Promise<string[]> {
  const hosts = new Set<string>();
  for (const file of files) {
    const { kind, bytes } = await readHead(file);
    const names = kind === "parquet"
      ? await parquetHosts(file)
      : kind === "json" || readHeader(bytes, file).names.includes(HOST_COLUMN)
      ? (await readFile(file, options)).hosts
      : null;
    distinctHosts(names ?? []).forEach((host) => hosts.add(host));
  }
  return [...hosts];
}

import { basename } from "node:path";
import { InputError } from "@lib/errors.ts";
import { listNames } from "@lib/source/columns.ts";
import type { TablePart } from "@lib/source/table_part.ts";

/**
 * Names the host of a table: by its `host` column, else by its first file,
 * without extension and without `.train` or `.test`.
 *
 * @param parts The files as they were read, at least one.
 * @returns The host's name.
 * @throws {InputError} If the files are of several hosts.
 */
export function hostName(
  parts: readonly Pick<TablePart, "file" | "hosts">[],
): string {
  const hosts = [...new Set(parts.flatMap((part) => part.hosts))]
    .map((host) => host.trim())
    .filter((host) => host !== "");
  if (hosts.length > 1) {
    const files = listNames(parts.map(({ file }) => file));
    throw new InputError(
      `read ${files}`,
      "one host per file is read for now",
      { hint: `the column host names ${listNames(hosts)}` },
    );
  }
  const name = basename(parts[0]?.file ?? "")
    .replace(/\.(csv|tsv|txt|parquet|pq)$/i, "")
    .replace(/\.(train|test)$/i, "");
  return hosts[0] ?? (name || "host");
}

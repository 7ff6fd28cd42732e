import { basename } from "node:path";
import type { TablePart } from "./table_part.ts";

/**
 * Names the host of a table: by its `host` column, else by its first file,
 * without extension and without `.train` or `.test`.
 *
 * @param parts The parts of one host, at least one.
 * @returns The host's name.
 */
export function hostName(
  parts: readonly Pick<TablePart, "file" | "host">[],
): string {
  const named = parts.find(({ host }) => host !== null)?.host;
  const name = basename(parts[0]?.file ?? "")
    .replace(/\.gz$/i, "")
    .replace(/\.(csv|tsv|txt|parquet|pq|jsonl?)$/i, "")
    .replace(/\.(train|test)$/i, "");
  return named ?? (name || "host");
}

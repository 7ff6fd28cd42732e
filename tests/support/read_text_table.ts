import { join } from "node:path";
import type { RawTable } from "@lib/frame/raw_table.ts";
import { readTable, type ReadTableOptions } from "@lib/source/read_table.ts";

/**
 * Writes one file into a folder of its own and reads it.
 *
 * @param content What it holds.
 * @param options Its name (default: `a.csv`), and how it is read.
 * @returns The table.
 */
export async function read(
  content: string | Uint8Array,
  options: ReadTableOptions & { readonly name?: string } = {},
): Promise<RawTable> {
  const { name = "a.csv", ...rest } = options;
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, name);
    const bytes = typeof content === "string"
      ? new TextEncoder().encode(content)
      : content;
    await Deno.writeFile(path, bytes);
    return await readTable([path], rest);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/**
 * Gives a table's values.
 *
 * @param table The table.
 * @returns Values by the names of the columns.
 */
export function columns({ columns }: RawTable): Record<string, number[]> {
  return Object.fromEntries(
    columns.map(({ name, values }) => [name, [...values]]),
  );
}

/**
 * Gives what is said of a table.
 *
 * @param table The table.
 * @returns Sentences.
 */
export function notes({ facts }: RawTable): readonly string[] {
  return facts.notes ?? [];
}

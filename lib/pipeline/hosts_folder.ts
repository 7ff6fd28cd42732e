import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import { writeFile } from "@lib/pipeline/write_folder.ts";
import {
  type IndexEntry,
  toIndexHtml,
} from "@lib/report/html/to_index_html.ts";

/** The file that tells a folder of several runs from any other folder. */
const RECORD = "index.json";

/**
 * Refuses a folder that is there and does not hold the runs of several hosts.
 *
 * @param folder Where the runs shall be written.
 * @throws {InputError} If it holds something else.
 */
export async function refuseForeignIndex(folder: string): Promise<void> {
  const info = await Deno.stat(folder).catch(() => null);
  if (!info) return;
  const refuse = (rule: string) =>
    new InputError(`write to ${folder}`, rule, { hint: "give another --out" });
  if (!info.isDirectory) throw refuse("it must be a folder, and is a file");
  const entries = await Array.fromAsync(Deno.readDir(folder));
  if (entries.length === 0 || await isIndex(join(folder, RECORD))) return;
  throw refuse(
    "it must be empty or of several hosts, and holds something else",
  );
}

/**
 * Writes what leads to the runs of several hosts: `index.json` for programs and
 * `index.html`, which comes last.
 *
 * @param folder The folder that the runs' folders lie in.
 * @param entries The hosts.
 * @returns The page's path.
 */
export async function writeIndex(
  folder: string,
  entries: readonly IndexEntry[],
): Promise<string> {
  const record = { schemaVersion: 1, hosts: entries };
  await writeFile(join(folder, RECORD), JSON.stringify(record, null, 2) + "\n");
  const page = join(folder, "index.html");
  await writeFile(page, toIndexHtml(entries));
  return page;
}

async function isIndex(path: string): Promise<boolean> {
  try {
    return Array.isArray(JSON.parse(await Deno.readTextFile(path)).hosts);
  } catch {
    return false;
  }
}

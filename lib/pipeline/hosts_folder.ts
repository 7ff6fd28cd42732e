import { join } from "node:path";
import { InputError } from "../errors.ts";
import { isStaging } from "./files/debris.ts";
import { sha256 } from "./base/hash.ts";
import { isRun } from "./base/is_run.ts";
import { readLimited, textOf } from "./base/read_limited.ts";
import { writeFile } from "./files/write_folder.ts";
import type { IndexEntry } from "../report/hosts/index_entry.ts";
import { toIndexHtml } from "../report/hosts/to_index_html.ts";

/** The file that tells a folder of several runs from any other folder. */
const RECORD = "index.json";

/** A larger one is none of ours. */
const MOST_BYTES = 2 ** 26;

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
  if (await isIndex(join(folder, RECORD)) || await holdsRuns(folder)) return;
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
  const html = new TextEncoder().encode(toIndexHtml(entries));
  const files = [
    { path: "index.html", sha256: sha256(html), bytes: html.length },
  ];
  const record = { schemaVersion: 1, hosts: entries, files };
  await writeFile(join(folder, RECORD), JSON.stringify(record, null, 2) + "\n");
  const page = join(folder, "index.html");
  await writeFile(page, html);
  return page;
}

/** Whether it holds runs and nothing else: the index was never come to. */
async function holdsRuns(folder: string): Promise<boolean> {
  const names = (await Array.fromAsync(Deno.readDir(folder)))
    .map(({ name }) => name).filter((name) => !isStaging(name));
  const areRuns = await Promise.all(
    names.map((name) => isRun(join(folder, name))),
  );
  return areRuns.every((isRun) => isRun);
}

async function isIndex(path: string): Promise<boolean> {
  const read = await readLimited(path, MOST_BYTES);
  if ("problem" in read) return false;
  try {
    return Array.isArray(JSON.parse(textOf(read.bytes)).hosts);
  } catch {
    return false;
  }
}

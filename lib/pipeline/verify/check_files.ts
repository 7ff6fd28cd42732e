import { join } from "node:path";
import type { RunRecord } from "../../report/report_input.ts";
import { countText, listText } from "../../report/words.ts";
import type { Check } from "./check.ts";
import { LEADS_OUT, leadsOut } from "./leads_out.ts";
import { sameFile } from "./same_file.ts";

/** Files beyond those that are listed are named up to so many. */
const MOST_NAMED = 5;

/** What a list of files must be, besides true. */
export interface FileListOptions {
  /** Paths that it must hold. */
  readonly must: readonly string[];
  /** First names of paths that only who wrote the list may have written. */
  readonly own: ReadonlySet<string>;
}

/**
 * Holds the files of a folder against their hashes, and the list of them against
 * the folder: what is left out of a list is held against nothing.
 *
 * @param folder The folder, such as a run's.
 * @param record The list.
 * @param options What must be listed.
 * @returns One check for each that is not what it was, or one for all.
 */
export async function checkFiles(
  folder: string,
  { files }: Pick<RunRecord, "files">,
  { must, own }: FileListOptions,
): Promise<Check[]> {
  if (files === undefined) {
    const text =
      "an earlier whenwhy wrote this run, and no hashes of its files";
    return [{ of: "files", state: "unchecked", text }];
  }
  const checks: Check[] = [];
  for (const { path, ...record } of files) {
    // Not even the size of what lies outside is told.
    const { state, why } = await leadsOut(folder, path)
      ? { state: "changed", why: LEADS_OUT } as const
      : await sameFile(join(folder, path), record);
    if (state === "holds") continue;
    checks.push({ of: "files", state, text: `${path}: ${why}` });
  }
  const listed = new Set(files.map(({ path }) => path));
  const unlisted = [
    ...must.filter((path) => !listed.has(path)),
    ...(await unlistedIn(folder, files))
      .filter((path) => own.has(firstOf(path)) && !must.includes(path)),
  ];
  if (unlisted.length > 0) {
    const text = `${namesOf(unlisted)}: not listed with a hash`;
    checks.push({ of: "files", state: "changed", text });
  }
  if (checks.length === 0) {
    const text = `${countText(files.length, "file")} as they were written`;
    checks.push({ of: "files", state: "holds", text });
  }
  return checks;
}

/**
 * Names the files in a run's folder that the run did not write.
 *
 * @param folder The run's folder.
 * @param run Its record.
 * @param options Names that a run writes.
 * @returns A sentence; none where there are none, or the run lists no files.
 */
export async function strangeFiles(
  folder: string,
  { files }: Pick<RunRecord, "files">,
  { own }: Pick<FileListOptions, "own">,
): Promise<string[]> {
  if (files === undefined) return [];
  const others = (await unlistedIn(folder, files))
    .filter((path) => !own.has(firstOf(path)));
  return others.length === 0 ? [] : [`Not of this run: ${namesOf(others)}.`];
}

async function unlistedIn(
  folder: string,
  files: NonNullable<RunRecord["files"]>,
): Promise<string[]> {
  const known = new Set(["run.json", ...files.map(({ path }) => path)]);
  return (await pathsIn(folder)).filter((path) => !known.has(path));
}

function firstOf(path: string): string {
  return path.split("/")[0] ?? path;
}

function namesOf(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED;
  return listText([
    ...paths.slice(0, MOST_NAMED),
    ...(more > 0 ? [countText(more, "more", "more")] : []),
  ]);
}

/** Files below a folder by their paths in it, with `/`; links are not followed. */
async function pathsIn(folder: string, within = ""): Promise<string[]> {
  const paths: string[] = [];
  const entries = await Array.fromAsync(Deno.readDir(join(folder, within)))
    .catch(() => []);
  for (const { name, isDirectory } of entries) {
    const path = within === "" ? name : `${within}/${name}`;
    if (isDirectory) paths.push(...await pathsIn(folder, path));
    else paths.push(path);
  }
  return paths.sort();
}

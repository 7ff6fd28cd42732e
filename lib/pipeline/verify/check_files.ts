import { join } from "node:path";
import type { RunRecord } from "../../report/report_input.ts";
import { countText, listText } from "../../report/words.ts";
import type { Check } from "./check.ts";
import { sameFile } from "./same_file.ts";

/** Files beyond the run's own that are named. */
const MOST_NAMED = 5;

/**
 * Holds the files of a run's folder against their hashes.
 *
 * @param folder The run's folder.
 * @param run Its record.
 * @returns One check for each that is not what it was, or one for all.
 */
export async function checkFiles(
  folder: string,
  { files }: Pick<RunRecord, "files">,
): Promise<Check[]> {
  if (files === undefined) {
    const text =
      "an earlier whenwhy wrote this run, and no hashes of its files";
    return [{ of: "files", state: "unchecked", text }];
  }
  const checks: Check[] = [];
  for (const { path, ...record } of files) {
    const { state, why } = await sameFile(join(folder, path), record);
    if (state === "holds") continue;
    checks.push({ of: "files", state, text: `${path}: ${why}` });
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
 * @returns A sentence; none where there are none, or the run lists no files.
 */
export async function strangeFiles(
  folder: string,
  { files }: Pick<RunRecord, "files">,
): Promise<string[]> {
  if (files === undefined) return [];
  const known = new Set(["run.json", ...files.map(({ path }) => path)]);
  const others = (await pathsIn(folder)).filter((path) => !known.has(path));
  return others.length === 0 ? [] : [othersText(others)];
}

function othersText(others: readonly string[]): string {
  const more = others.length - MOST_NAMED;
  const named = listText([
    ...others.slice(0, MOST_NAMED),
    ...(more > 0 ? [countText(more, "more", "more")] : []),
  ]);
  return `Not of this run: ${named}.`;
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

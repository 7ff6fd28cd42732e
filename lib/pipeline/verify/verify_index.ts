import { join } from "node:path";
import { isRun } from "../base/is_run.ts";
import type { Check, VerifiedRun } from "./check.ts";
import { checkFiles } from "./check_files.ts";
import { readJson } from "./read_json.ts";
import { isFileList } from "./recorded_run.ts";

/**
 * Holds the page that leads to the runs of several hosts against its hash.
 *
 * @param folder The folder that holds them.
 * @returns Whether it holds; `null` where the folder is of one run, or of none.
 */
export async function verifyIndex(folder: string): Promise<VerifiedRun | null> {
  const file = join(folder, "index.json");
  const isThere = await Deno.stat(file).then(() => true, () => false);
  if (!isThere || await isRun(folder)) return null;
  const read = await readJson(file);
  const files: unknown = "value" in read && Object(read.value).files;
  const checks: readonly Check[] = "why" in read
    ? [{ of: "files", state: "changed", text: `index.json: ${read.why}` }]
    : await checkFiles(
      folder,
      isFileList(files) ? { files } : {},
      { must: ["index.html"], own: new Set() },
    );
  return {
    ...{ folder, checks, notes: [], scoreDifference: null },
    holds: checks.every(({ state }) => state === "holds"),
  };
}

import { join, resolve } from "node:path";
import { InputError } from "../../errors.ts";
import type { RunRecord } from "../../report/report_input.ts";
import { fromRoot, shownPath } from "../base/paths.ts";
import { findRuns, MOST_FOLDERS } from "./find_runs.ts";
import { type EarlierRun, parseEarlierRun } from "./parse_run.ts";
import { earlierFile } from "./earlier_file.ts";
import { attempt, readRunFile } from "./read_run_file.ts";

/** Where earlier runs are looked for, unless told. */
const REPORTS = fromRoot("reports");

/** Comes with the project and is about nobody's server. */
const SAMPLE_RUN = join(REPORTS, "sample");

/** A folder with a run: what it tells of itself, or why it cannot be used. */
export type ScannedRun =
  & {
    /** The folder. */
    readonly folder: string;
    /** Where it lies now, if it was moved; absent where it lies in its folder. */
    readonly place?: string;
  }
  & (
    | {
      readonly run: EarlierRun;
      /** Its `evaluation.json`, which says so. */
      readonly evaluation: RunRecord["inputs"][number];
    }
    | { readonly problem: string }
  );

/** Earlier runs of any host. */
export interface ScannedRuns {
  /** The runs. */
  readonly runs: readonly ScannedRun[];
  /** A sentence for each folder that holds too many. */
  readonly problems: readonly string[];
}

/**
 * Looks for earlier runs of any host: done once, however many hosts ask.
 *
 * @param folders Folders that hold them; `null`: the project's reports.
 * @returns The runs, and what could not be used.
 * @throws {InputError} If a folder that was named is none.
 */
export async function scanRuns(
  folders: readonly string[] | null,
): Promise<ScannedRuns> {
  await requireFolders(folders ?? []);
  const dirs = folders?.map((dir) => resolve(fromRoot(dir))) ?? [REPORTS];
  const problems: string[] = [];
  const found = new Set<string>();
  for (const dir of dirs) {
    const { folders, passedOver } = await findRuns(dir);
    folders.forEach((folder) => found.add(folder));
    if (passedOver > 0) problems.push(tooManyText(dir, passedOver));
  }
  if (folders === null) found.delete(SAMPLE_RUN);
  const runs: ScannedRun[] = [];
  for (const folder of found) {
    runs.push(await readEarlierRun(folder));
  }
  return { runs, problems };
}

/**
 * Reads what an earlier run tells of itself.
 *
 * @param folder Its folder.
 * @returns Host, span, what labels said; or why it cannot be used.
 */
export async function readEarlierRun(folder: string): Promise<ScannedRun> {
  const read = await attempt(async () => {
    const [text, path, bytes] = await readRunFile(
      join(folder, "evaluation.json"),
    );
    const run = parseEarlierRun(text, path);
    return { run, evaluation: earlierFile(bytes, path) };
  });
  return "problem" in read
    ? { folder, problem: read.problem }
    : { folder, ...read.done };
}

async function requireFolders(folders: readonly string[]): Promise<void> {
  for (const dir of folders) {
    const info = await Deno.stat(fromRoot(dir)).catch(() => null);
    if (info?.isDirectory) continue;
    throw new InputError(
      "look for earlier runs",
      "--earlier must name folders of runs",
      { got: dir },
    );
  }
}

function tooManyText(dir: string, passedOver: number): string {
  const n = (count: number) => count.toLocaleString("en-US");
  return `${shownPath(dir)} holds more than ${n(MOST_FOLDERS)} folders: ${
    n(passedOver)
  } that come first by name were not searched for earlier runs. ` +
    "Name a smaller one with --earlier.";
}

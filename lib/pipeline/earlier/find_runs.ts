import { join } from "node:path";
import { isRun } from "../base/is_run.ts";

/** Runs below the named folder: one, one a folder, and one a host of several. */
const LEVELS = 2;

/** More folders than this are no archive of runs; the last ones by name count. */
export const MOST_FOLDERS = 2000;

/** What was found below a folder. */
export interface FoundRuns {
  /** The runs' folders, by name. */
  readonly folders: readonly string[];
  /** Folders that were not looked into, since there are too many. */
  readonly passedOver: number;
}

/**
 * Finds the folders of earlier runs.
 *
 * @param dir A run's folder, or one that holds runs, or folders of the runs of
 *   several hosts.
 * @returns The runs' folders; none where it cannot be read.
 */
export async function findRuns(dir: string): Promise<FoundRuns> {
  let level = [dir];
  const folders: string[] = [];
  let passedOver = 0;
  for (let depth = 0; depth <= LEVELS; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      if (await isRun(folder)) folders.push(folder);
      else if (depth < LEVELS) next.push(...await foldersIn(folder));
    }
    // Names that hold a date rise: the last are the latest.
    level = next.slice(-MOST_FOLDERS);
    passedOver += next.length - level.length;
  }
  return { folders, passedOver };
}

async function foldersIn(dir: string): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(dir));
    return entries
      .filter(({ isDirectory, isSymlink }) => isDirectory || isSymlink)
      .map(({ name }) => join(dir, name))
      .sort();
  } catch {
    return [];
  }
}

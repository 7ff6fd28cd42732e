import { join } from "node:path";
import { isRun } from "../base/is_run.ts";

/** Runs below the named folder: one, one a folder, and one a host of several. */
const LEVELS = 2;

/** More folders than this are no archive of runs; the first ones count. */
const MOST_FOLDERS = 2000;

/**
 * Finds the folders of earlier runs.
 *
 * @param dir A run's folder, or one that holds runs, or folders of the runs of
 *   several hosts.
 * @returns The runs' folders by name; none where it cannot be read.
 */
export async function findRuns(dir: string): Promise<string[]> {
  let level = [dir];
  const runs: string[] = [];
  for (let depth = 0; depth <= LEVELS; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      if (await isRun(folder)) runs.push(folder);
      else if (depth < LEVELS) next.push(...await foldersIn(folder));
    }
    level = next.slice(0, MOST_FOLDERS);
  }
  return runs;
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

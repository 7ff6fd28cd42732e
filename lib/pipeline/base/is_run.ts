import { join } from "node:path";
import { readLimited, textOf } from "./read_limited.ts";

/** No `run.json` that we wrote is larger: of 10,000 figures it is 2 MB. */
export const MOST_RUN_BYTES = 16 * 2 ** 20;

/**
 * Tells whether a folder holds a run, by its `run.json`.
 *
 * @param folder The folder.
 * @returns Whether it does.
 */
export async function isRun(folder: string): Promise<boolean> {
  const read = await readLimited(join(folder, "run.json"), MOST_RUN_BYTES);
  if ("problem" in read) return false;
  try {
    return typeof JSON.parse(textOf(read.bytes)).schemaVersion === "number";
  } catch {
    return false;
  }
}

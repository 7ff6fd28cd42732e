import { join } from "node:path";

/**
 * Tells whether a folder holds a run, by its `run.json`.
 *
 * @param folder The folder.
 * @returns Whether it does.
 */
export async function isRun(folder: string): Promise<boolean> {
  try {
    const path = join(folder, "run.json");
    const record = JSON.parse(await Deno.readTextFile(path));
    return typeof record.schemaVersion === "number";
  } catch {
    return false;
  }
}

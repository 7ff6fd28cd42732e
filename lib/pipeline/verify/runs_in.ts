import { join } from "node:path";
import { isRun } from "../base/is_run.ts";
import { readLimited, textOf } from "../base/read_limited.ts";
import { leadsOut } from "./leads_out.ts";

/** A larger index is none of ours. */
const MOST_BYTES = 2 ** 26;

/**
 * Names the runs that a folder holds: itself, or where it is of several hosts those
 * that its index leads to.
 *
 * @param folder The folder.
 * @returns Folders of runs; the folder itself where it is neither, so that who
 *   reads it says what is wrong.
 */
export async function runsIn(folder: string): Promise<string[]> {
  if (await isRun(folder)) return [folder];
  if (await leadsOut(folder, "index.json")) return [folder];
  const read = await readLimited(join(folder, "index.json"), MOST_BYTES);
  if ("problem" in read) return [folder];
  try {
    const { hosts } = JSON.parse(textOf(read.bytes));
    const names = hosts.flatMap(({ link }: { link: unknown }) =>
      typeof link === "string" ? [link.split("/")[0] ?? ""] : []
    ).filter((name: string) => !/^\.*$|[\\:\0]/.test(name));
    return names.length === 0
      ? [folder]
      : names.map((name: string) => join(folder, name));
  } catch {
    return [folder];
  }
}

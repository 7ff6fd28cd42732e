import { isAbsolute, join, relative } from "node:path";

/** What a file is that a link in its place takes from elsewhere. */
export const LEADS_OUT = "it is a link that leads out of the folder";

/**
 * Tells whether a path in a folder leads to something outside it: who made the
 * folder may have put a link there, and what it leads to was never of the run.
 *
 * @param folder The folder.
 * @param path A path in it.
 * @returns Whether it does; not where nothing is there.
 *
 * @example Usage
 * ```ts
 * import { leadsOut } from "@lib/pipeline/verify/leads_out.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(await leadsOut("reports/sample", "run.json"), false);
 * ```
 */
export async function leadsOut(folder: string, path: string): Promise<boolean> {
  try {
    const [home, place] = await Promise.all(
      [folder, join(folder, path)].map((one) => Deno.realPath(one)),
    );
    const inside = relative(home ?? "", place ?? "");
    return inside === ".." || /^\.\.[\\/]/.test(inside) || isAbsolute(inside);
  } catch (error) {
    const isGone = error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory;
    // What cannot be followed is no file of the folder either.
    return !isGone;
  }
}

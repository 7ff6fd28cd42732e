import { join } from "node:path";
import { hasTag, parseNotebook } from "./notebook.ts";

/** The tag of the cell in which a notebook on training takes its parameters. */
const TRAINS = "trains";

/** Notebooks of a folder, and parameters for them. */
export interface ApplicableOptions {
  /** The notebooks' folder. */
  readonly folder: string;
  /** File with parameters; `null` where there is none. */
  readonly params: string | null;
  /** Hears of each notebook that is left out, and why. */
  readonly announce: (line: string) => void;
}

/**
 * Leaves out the notebooks that have nothing to do with given parameters, so
 * that one file of them serves all: where they name a trained model, nothing is
 * trained.
 *
 * @param names The notebooks, without ending.
 * @param options Where they are, and the parameters.
 * @returns Those that have something to do.
 */
export async function applicableNotebooks(
  names: readonly string[],
  { folder, params, announce }: ApplicableOptions,
): Promise<readonly string[]> {
  if (params === null) return names;
  const given = JSON.parse(await Deno.readTextFile(params));
  if (typeof given.model !== "string") return names;
  const applicable: string[] = [];
  for (const name of names) {
    const path = join(folder, `${name}.ipynb`);
    const { cells } = parseNotebook(await Deno.readTextFile(path), name);
    if (cells.some((cell) => hasTag(cell, TRAINS))) {
      announce(`${name} is left out: "model" names a model to use as it is`);
    } else {
      applicable.push(name);
    }
  }
  return applicable;
}

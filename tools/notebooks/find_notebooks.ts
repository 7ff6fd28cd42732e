import { basename } from "node:path";
import { InputError } from "../../lib/errors.ts";

/**
 * Finds the notebooks of a folder.
 *
 * @param folder The folder.
 * @param only A notebook's number, name or file; `null`: all of them.
 * @returns Their names without ending, in order.
 * @throws {InputError} If there is none, or none of that name.
 */
export async function findNotebooks(
  folder: string,
  only: string | null,
): Promise<readonly string[]> {
  const names: string[] = [];
  if (!await isFolder(folder)) {
    throw new InputError("run notebooks", "their folder must be there", {
      got: folder,
    });
  }
  for await (const entry of Deno.readDir(folder)) {
    if (entry.isFile && /^[^.].*\.ipynb$/.test(entry.name)) {
      names.push(basename(entry.name, ".ipynb"));
    }
  }
  names.sort();
  const chosen = only === null
    ? names
    : names.filter((name) => isCalled(name, only));
  if (chosen.length > 0) return chosen;
  throw new InputError(
    "run notebooks",
    "there must be a notebook of that number or name",
    {
      got: only ?? folder,
      hint: `there are ${names.join(", ") || "none"}`,
    },
  );
}

/** `1`, `01`, `01_explore_metrics` and `notebooks/01_explore_metrics.ipynb` are one. */
function isCalled(name: string, only: string): boolean {
  const asked = basename(only, ".ipynb");
  return name === asked ||
    (/^\d+$/.test(asked) && parseInt(name, 10) === Number(asked));
}

async function isFolder(path: string): Promise<boolean> {
  return await Deno.stat(path).then(
    ({ isDirectory }) => isDirectory,
    () => false,
  );
}

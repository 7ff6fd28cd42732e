import { shownPath } from "../../lib/pipeline/base/paths.ts";
import { cellError } from "./cell_problem.ts";
import { checkCells } from "./check_cells.ts";
import { executeNotebook, type ExecuteOptions } from "./execute_notebook.ts";
import { type Notebook, parseNotebook } from "./notebook.ts";

/**
 * Checks a notebook's types, runs it, and renders its page.
 *
 * @param path The notebook, an absolute path.
 * @param options Places, limits, parameters.
 * @returns The notebook with the outputs of this run.
 * @throws {InputError} If a cell is wrong; it names the cell.
 */
export async function runChecked(
  path: string,
  options: Omit<ExecuteOptions, "executed">,
): Promise<Notebook> {
  const shown = shownPath(path);
  const notebook = parseNotebook(await Deno.readTextFile(path), shown);
  const wrong = await checkCells(notebook, { path, by: "check" });
  if (wrong) throw cellError(shown, wrong);
  const executed = await Deno.makeTempFile({ suffix: ".ipynb" });
  try {
    const problem = await executeNotebook(path, { ...options, executed });
    if (problem) throw cellError(shown, problem);
    return parseNotebook(await Deno.readTextFile(executed), shown);
  } finally {
    await Deno.remove(executed);
  }
}

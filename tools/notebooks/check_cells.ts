import { basename, dirname, join } from "node:path";
import type { CellProblem } from "./cell_problem.ts";
import { joinCells } from "./joined_cells.ts";
import type { Notebook } from "./notebook.ts";

/** How cells are checked. */
export interface CheckCellsOptions {
  /** The notebook's file. */
  readonly path: string;
  /** Types, or the linter's rules. */
  readonly by: "check" | "lint";
}

/**
 * Type-checks or lints a notebook's code. The kernel does neither: a missing
 * export would be `undefined` at run time, without a word.
 *
 * Writes the joined cells beside the notebook for as long as it takes, so that
 * relative imports and `deno.json` are found as the kernel finds them.
 *
 * @param notebook The notebook.
 * @param options Its file, and how to check.
 * @returns The first problem, or `null`.
 */
export async function checkCells(
  notebook: Notebook,
  options: CheckCellsOptions,
): Promise<CellProblem | null> {
  const { path, by } = options;
  const { text, origins } = joinCells(notebook);
  const name = `.${basename(path, ".ipynb")}.${crypto.randomUUID()}.tmp.ts`;
  const file = join(dirname(path), name);
  try {
    await Deno.writeTextFile(file, text);
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [by, "--quiet", file],
      cwd: dirname(path),
      env: { NO_COLOR: "1" },
      stdin: "null",
      stdout: "null",
    }).output();
    if (success) return null;
    const report = new TextDecoder().decode(stderr).trim();
    const line = Number(
      new RegExp(`${RegExp.escape(name)}:(\\d+)`).exec(report)?.[1],
    );
    return { ...origins[line - 1], problem: firstProblem(report, file) };
  } finally {
    await Deno.remove(file).catch(() => {});
  }
}

/** `TS2305 [ERROR]: Module … has no exported member 'x'.` as one line without the file. */
function firstProblem(report: string, file: string): string {
  const first = report.split("\n").find((line) => line.trim() !== "") ?? "";
  return first.replace(/^error: /, "").replaceAll(`file://${file}`, "the cell")
    .trim();
}

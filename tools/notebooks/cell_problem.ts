import { InputError } from "../../lib/errors.ts";

/** Why a notebook does not run. */
export interface CellProblem {
  /** Code cell, counted from 1, where it is known. */
  readonly cell?: number;
  /** Line in the cell, counted from 1, where it is known. */
  readonly line?: number;
  /** One line: an error with its message, a timeout. */
  readonly problem: string;
}

/**
 * Makes the error that names notebook, cell and problem.
 *
 * @param notebook How messages call the notebook.
 * @param problem What is wrong.
 * @returns The error to throw or to print.
 */
export function cellError(notebook: string, problem: CellProblem): InputError {
  const { cell, line } = problem;
  const where = cell === undefined ? "its code" : `code cell ${cell}`;
  const what = problem.problem.replace(/\s+/g, " ").trim();
  const at = line === undefined ? "" : `, line ${line}`;
  return new InputError(
    `run ${notebook}`,
    `${where}${at} must run without problems: ${what}`,
  );
}

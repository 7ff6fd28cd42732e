import type {
  Notebook,
  NotebookCell,
} from "../../../../tools/notebooks/notebook.ts";

/**
 * Makes a notebook that keeps all rules.
 *
 * @param codes Sources of further code cells.
 * @returns The notebook, not executed.
 */
export function sampleNotebook(...codes: readonly string[]): Notebook {
  return {
    cells: [
      markdown("# Title\n\nQuestion: is all well?"),
      { ...code("const a = 1;"), metadata: { tags: ["parameters"] } },
      ...codes.map(code),
    ],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
}

/**
 * Makes a code cell.
 *
 * @param source Its code.
 * @returns The cell without outputs.
 */
export function code(source: string): NotebookCell {
  return {
    cell_type: "code",
    metadata: {},
    source,
    outputs: [],
    execution_count: null,
  };
}

/**
 * Makes a Markdown cell.
 *
 * @param source Its text.
 * @returns The cell.
 */
export function markdown(source: string): NotebookCell {
  return { cell_type: "markdown", metadata: {}, source };
}

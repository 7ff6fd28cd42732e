import type { Notebook } from "./notebook.ts";

/** A notebook's code cells as one module. */
export interface JoinedCells {
  /** The module's text. */
  readonly text: string;
  /** One entry a line of the text, `undefined` where no cell's line stands. */
  readonly origins: readonly (CellLine | undefined)[];
}

/** Where a line comes from. */
export interface CellLine {
  /** Code cell, counted from 1. */
  readonly cell: number;
  /** Line in the cell, counted from 1. */
  readonly line: number;
}

/**
 * Joins the code cells into one module, which tools can check: the kernel
 * itself strips types without a look at them.
 *
 * @param notebook The notebook.
 * @returns The module and where its lines come from.
 */
export function joinCells(notebook: Notebook): JoinedCells {
  // `export {}` makes it a module even where no cell imports anything.
  const lines = [
    "// deno-lint-ignore-file no-console ban-unused-ignore",
    "export {};",
  ];
  const origins: (CellLine | undefined)[] = [undefined, undefined];
  const codes = notebook.cells.filter((cell) => cell.cell_type === "code");
  codes.forEach(({ source }, index) => {
    source.split("\n").forEach((text, line) => {
      lines.push(text);
      origins.push({ cell: index + 1, line: line + 1 });
    });
    // A cell's last expression ends with the cell.
    lines.push(";");
    origins.push(undefined);
  });
  return { text: lines.join("\n") + "\n", origins };
}

// deno-lint-ignore-file camelcase -- the names are the .ipynb format's
import { stripVTControlCharacters } from "node:util";
import type { Notebook, NotebookCell, NotebookOutput } from "./notebook.ts";

/** From what a repository's web view draws best to what it can draw at all. */
const SHOWN_TYPES = [
  "image/svg+xml",
  "image/png",
  "text/html",
  "text/markdown",
  "text/plain",
];

/** Beside a picture or a table, data for other programs. */
const KEPT_TYPES = ["application/json"];

/**
 * Takes everything out of a notebook that differs from run to run or says
 * nothing to a reader: counts, timings, editors' marks, and all but the best of
 * the forms in which an output comes. Cleaning twice is cleaning once.
 *
 * @param notebook The notebook, executed or not.
 * @returns The notebook to commit.
 */
export function cleanNotebook(notebook: Notebook): Notebook {
  return {
    cells: notebook.cells.map((cell, index) => cleanCell(cell, index)),
    metadata: {
      kernelspec: {
        display_name: "whenwhy (Deno)",
        language: "typescript",
        name: "whenwhy",
      },
      language_info: {
        file_extension: ".ts",
        mimetype: "text/x.typescript",
        name: "typescript",
        nbconvert_exporter: "script",
        pygments_lexer: "typescript",
      },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

/**
 * Writes a notebook the way `deno fmt` and Jupyter write it.
 *
 * @param notebook The notebook.
 * @returns The text of the `.ipynb`, texts as lists of lines.
 */
export function formatNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map(({ source, outputs, ...rest }) => ({
    ...rest,
    ...(outputs === undefined ? {} : { outputs: outputs.map(linesOf) }),
    source: lines(source),
  }));
  return JSON.stringify({ ...notebook, cells }, sorted, 1) + "\n";
}

function cleanCell(cell: NotebookCell, index: number): NotebookCell {
  const { tags } = cell.metadata;
  const base = {
    cell_type: cell.cell_type,
    id: cell.id ?? `cell-${index + 1}`,
    metadata: Array.isArray(tags) && tags.length > 0 ? { tags } : {},
    source: cell.source.trimEnd(),
  };
  if (cell.cell_type !== "code") return base;
  return {
    ...base,
    execution_count: null,
    outputs: (cell.outputs ?? []).filter(isResult).map(cleanOutput),
  };
}

/** Progress is for whoever waits, and never the same twice. */
function isResult({ metadata }: NotebookOutput): boolean {
  return metadata?.["whenwhy"] !== "progress";
}

function cleanOutput(output: NotebookOutput): NotebookOutput {
  const { output_type, name, text, data } = output;
  if (output_type === "stream") {
    return {
      output_type,
      name: name ?? "stdout",
      text: stripVTControlCharacters(text ?? ""),
    };
  }
  // An error is kept as it is: it must be seen, and the checks refuse it.
  if (data === undefined) return output;
  const shown = SHOWN_TYPES.find((type) => type in data);
  const kept = Object.entries(data)
    .filter(([type]) => type === shown || KEPT_TYPES.includes(type))
    .map(([type, value]) => [
      type,
      typeof value === "string" ? stripVTControlCharacters(value) : value,
    ]);
  return {
    output_type,
    ...(output_type === "execute_result" ? { execution_count: null } : {}),
    data: Object.fromEntries(kept),
    metadata: {},
  };
}

function linesOf(output: NotebookOutput): unknown {
  const { text, data, ...rest } = output;
  return {
    ...rest,
    ...(text === undefined ? {} : { text: lines(text) }),
    ...(data === undefined ? {} : {
      data: Object.fromEntries(
        Object.entries(data).map(([type, value]) => [
          type,
          typeof value === "string" ? lines(value) : value,
        ]),
      ),
    }),
  };
}

function lines(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** Sorts the keys of objects, as Jupyter does, so that saving there changes no line. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1),
  );
}

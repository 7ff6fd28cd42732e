// deno-lint-ignore-file camelcase -- the names are the .ipynb format's
import { InputError } from "../../lib/errors.ts";

/** An `.ipynb` of format 4, as far as the tools look into it. */
export interface Notebook {
  /** In order. */
  readonly cells: readonly NotebookCell[];
  /** Kernel and language. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** 4. */
  readonly nbformat: number;
  /** From 5 on cells have ids. */
  readonly nbformat_minor: number;
}

/** One cell; texts are joined, though a file may hold them as lists of lines. */
export interface NotebookCell {
  /** What the cell is. */
  readonly cell_type: "code" | "markdown" | "raw";
  /** Stays the same when the cell is edited. */
  readonly id?: string;
  /** Tags and what editors add. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Code or Markdown. */
  readonly source: string;
  /** Of a code cell: what it showed. */
  readonly outputs?: readonly NotebookOutput[];
  /** Of a code cell: when it ran, counted from 1. */
  readonly execution_count?: number | null;
}

/** One thing that a cell showed. */
export interface NotebookOutput {
  /** What kind of thing. */
  readonly output_type: "stream" | "display_data" | "execute_result" | "error";
  /** Of a stream: `stdout` or `stderr`. */
  readonly name?: string;
  /** Of a stream. */
  readonly text?: string;
  /** Of a display or result: by MIME type; texts are joined. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Of a display or result. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Of a result. */
  readonly execution_count?: number | null;
}

/**
 * Reads the text of an `.ipynb`.
 *
 * @param text The file's text.
 * @param name How messages call the file.
 * @returns The notebook, all lists of lines joined.
 * @throws {InputError} If the text is no notebook of format 4.
 */
export function parseNotebook(text: string, name: string): Notebook {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new InputError(`read ${name}`, "a notebook must be JSON", { cause });
  }
  const raw = value as Partial<Notebook> | null;
  if (
    typeof raw !== "object" || raw?.nbformat !== 4 || !Array.isArray(raw.cells)
  ) {
    throw new InputError(
      `read ${name}`,
      "a notebook must have format 4 and cells",
    );
  }
  return {
    cells: raw.cells.map(parseCell),
    metadata: raw.metadata ?? {},
    nbformat: 4,
    nbformat_minor: raw.nbformat_minor ?? 5,
  };
}

/**
 * Tells whether a cell has a tag.
 *
 * @param cell The cell.
 * @param tag The tag, such as `parameters`.
 * @returns Whether it has it.
 */
export function hasTag(cell: NotebookCell, tag: string): boolean {
  const { tags } = cell.metadata;
  return Array.isArray(tags) && tags.includes(tag);
}

function parseCell(cell: NotebookCell): NotebookCell {
  const joined = {
    ...cell,
    source: join(cell.source),
    metadata: cell.metadata ?? {},
  };
  if (!cell.outputs) return joined;
  return { ...joined, outputs: cell.outputs.map(parseOutput) };
}

function parseOutput(output: NotebookOutput): NotebookOutput {
  const { text, data } = output;
  return {
    ...output,
    ...(text === undefined ? {} : { text: join(text) }),
    ...(data === undefined ? {} : {
      data: Object.fromEntries(
        Object.entries(data).map((
          [type, value],
        ) => [type, isLines(value) ? join(value) : value]),
      ),
    }),
  };
}

function isLines(value: unknown): value is string[] {
  return Array.isArray(value) &&
    value.every((line) => typeof line === "string");
}

function join(text: unknown): string {
  return isLines(text) ? text.join("") : String(text ?? "");
}

import { InputError } from "../errors.ts";
import type { RawTable } from "../frame/raw_table.ts";
import { listNames } from "./rows/columns.ts";
import type { FileRows } from "./rows/file_rows.ts";

/** Columns of a file that are written with a decimal comma. */
export interface CommaColumns {
  /** The file. */
  readonly file: string;
  /** Names, and a cell of each; a long table has one for all metrics. */
  readonly cells: ReadonlyMap<string, string>;
  /** Whether a name says nothing of the metrics. */
  readonly isLong: boolean;
}

/**
 * Lists the columns of a file, read with decimal points, that have a decimal
 * comma. Where other numbers of the file have a point, a comma is something else.
 *
 * @param rows The file as it was read.
 * @returns The columns; none in most files.
 */
export function commaColumns(
  { file, badRows, columns, metrics }: Pick<
    FileRows,
    "file" | "badRows" | "columns" | "metrics"
  >,
): CommaColumns {
  const found = badRows.flatMap(({ name, decimalComma: cell }) =>
    cell === undefined ? [] : [[name, cell] as const]
  );
  const isOther = found.length > 0 &&
    columns.some(({ values }) => values.some(hasFraction));
  return {
    file,
    cells: new Map(isOther ? [] : found),
    isLong: metrics !== null,
  };
}

/**
 * Refuses a table of which wanted columns would be lost, as a whole or in part,
 * since nobody said that their numbers have a decimal comma.
 *
 * @param files The columns that have one, by file.
 * @param table The table of them, with the columns that are wanted.
 * @throws {InputError} If one is wanted; names the flag that reads it.
 */
export function requireDecimalPoint(
  files: readonly CommaColumns[],
  { columns, excluded }: Pick<RawTable, "columns" | "excluded">,
): void {
  const unread = excluded.filter(({ reason }) => reason === "text");
  const wanted = new Set([...columns, ...unread].map(({ name }) => name));
  for (const { file, cells, isLong } of files) {
    const names = [...cells.keys()]
      .filter((name) => isLong || wanted.has(name));
    const [first] = names;
    if (first === undefined) continue;
    throw new InputError(
      `read ${file}`,
      "its numbers must have a decimal point",
      {
        got: cells.get(first),
        hint: `--decimal-comma reads a comma, as in ${listNames(names)}`,
      },
    );
  }
}

function hasFraction(value: number): boolean {
  return Number.isFinite(value) && !Number.isInteger(value);
}

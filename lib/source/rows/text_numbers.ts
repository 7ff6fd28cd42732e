/** What exporters write where there is no value. */
const NO_VALUE: ReadonlySet<string> = new Set([
  "",
  "na",
  "n/a",
  "nan",
  "null",
  "none",
]);

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const INFINITE = /^([+-]?)inf(inity)?$/i;

/**
 * Reads one cell of a numeric column.
 *
 * @param text The cell; `null` where the file has none.
 * @returns Its value, NaN where the cell says that there is none, and
 *   `undefined` where it says something that is no number.
 *
 * @example Usage
 * ```ts
 * import { parseNumber } from "@lib/source/rows/text_numbers.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(parseNumber(" 1.5e3"), 1500);
 * assert.equal(parseNumber("NA"), NaN);
 * assert.equal(parseNumber("12 MB"), undefined);
 * ```
 */
export function parseNumber(text: string | null): number | undefined {
  const cell = text?.trim() ?? "";
  if (NUMBER.test(cell)) return Number(cell);
  if (NO_VALUE.has(cell.toLowerCase())) return NaN;
  const infinite = INFINITE.exec(cell);
  if (infinite) return infinite[1] === "-" ? -Infinity : Infinity;
  return undefined;
}

/** Cells that were read as numbers. */
export interface TextNumbers {
  /** One value a cell; NaN where there was none or none that could be read. */
  readonly values: Float64Array;
  /** Indices of the cells that were no number, rising. */
  readonly bad: readonly number[];
}

/**
 * Reads the cells of a numeric column.
 *
 * @param cells The cells, `null` where the file has none.
 * @returns One value a cell, and which could not be read.
 */
export function parseNumbers(cells: readonly (string | null)[]): TextNumbers {
  const values = new Float64Array(cells.length);
  const bad: number[] = [];
  for (let row = 0; row < cells.length; row++) {
    const value = parseNumber(cells[row] ?? null);
    values[row] = value ?? NaN;
    if (value === undefined) bad.push(row);
  }
  return { values, bad };
}

/** A number with a comma between its whole part and its fraction. */
const DECIMAL_COMMA = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i;

/** What may as well be a whole number with commas between its thousands. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/**
 * Finds a cell that shows how a column's numbers are written, where they have a
 * decimal comma.
 *
 * @param cells The cells that are no number with a decimal point.
 * @returns One of them; `undefined` where some cell is no such number, or all may
 *   as well be whole ones with a comma between thousands.
 *
 * @example Usage
 * ```ts
 * import { decimalCommaIn } from "@lib/source/rows/decimal_comma.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(decimalCommaIn(["1,234", "25,6472"]), "25,6472");
 * assert.equal(decimalCommaIn(["1,234", "2,048"]), undefined);
 * assert.equal(decimalCommaIn(["1,5", "12 MB"]), undefined);
 * ```
 */
export function decimalCommaIn(
  cells: readonly (string | null)[],
): string | undefined {
  const texts = cells.map((cell) => cell?.trim() ?? "");
  return texts.every((text) => DECIMAL_COMMA.test(text))
    ? texts.find((text) => !THOUSANDS.test(text))
    : undefined;
}

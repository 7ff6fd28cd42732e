import { plainText } from "../../frame/plain_text.ts";
import { guardFormula } from "../../source/csv/formula_guard.ts";
import type { DataCell, FigureData } from "../document.ts";

/**
 * What some spreadsheet takes for a formula, also behind spaces and quotes that
 * it drops, and in the wide forms that it reads as the narrow ones.
 *
 * Source: OWASP, "CSV Injection".
 */
const HIDDEN_FORMULA = /^[\s"'\p{Cf}]*[=+\-@＝＋－−＠]/u;

/** The same behind what separates cells where a comma is the decimal sign. */
const INNER_FORMULA = /;(?=[\s"'\p{Cf}]*[=+\-@＝＋－−＠])/gu;

/**
 * Writes the data of a figure as CSV (RFC 4180, UTF-8, lines end with LF). What a
 * spreadsheet would run as a formula has an apostrophe before it, also behind a
 * `;`, which some take for the end of a cell; numbers stay numbers, also negative
 * ones.
 *
 * @param data The data.
 * @returns The text of the file; a cell without a value is empty.
 *
 * @example Usage
 * ```ts
 * import { figureCsv } from "@lib/report/figures/figure_csv.ts";
 * import assert from "node:assert/strict";
 *
 * const columns = ["timestamp", "=cmd (bytes)"];
 * const rows = [["2026-01-01T00:00:00Z", -1.5]];
 * assert.equal(
 *   figureCsv({ columns, rows }),
 *   "timestamp,'=cmd (bytes)\n2026-01-01T00:00:00Z,-1.5\n",
 * );
 * ```
 */
export function figureCsv({ columns, rows }: FigureData): string {
  return [columns, ...rows]
    .map((cells) => `${cells.map(field).join(",")}\n`)
    .join("");
}

function field(cell: DataCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return numberText(cell);
  const text = plainText(cell).replace(INNER_FORMULA, ";'");
  const safe = HIDDEN_FORMULA.test(text) ? `'${text}` : guardFormula(text);
  return /[",;\r\n\t]|^\s|\s$/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** Digits that tell any two numbers of 32 bits apart, the fewest first. */
const DIGITS = [6, 7, 8, 9];

/** A number of 32 bits in no more digits than give it back. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return "";
  if (Number.isInteger(value) || Math.fround(value) !== value) {
    return String(value);
  }
  for (const digits of DIGITS) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}

/**
 * What a spreadsheet takes for a formula, apostrophes before it aside.
 *
 * Source: OWASP, "CSV Injection".
 */
const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * Keeps spreadsheets from running a text as a formula: an apostrophe is put
 * before what begins like one.
 *
 * @param text A field of a CSV file.
 * @returns The field as it is written.
 *
 * @example Usage
 * ```ts
 * import { guardFormula, unguardFormula } from "@lib/source/csv/formula_guard.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(guardFormula("=1+1"), "'=1+1");
 * assert.equal(unguardFormula(guardFormula("=1+1")), "=1+1");
 * ```
 */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/**
 * Takes the apostrophe off again.
 *
 * @param field A field as it was read.
 * @returns The text.
 */
export function unguardFormula(field: string): string {
  return field.startsWith("'") && FORMULA.test(field) ? field.slice(1) : field;
}

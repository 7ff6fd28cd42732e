/**
 * Sets a table for a terminal, columns two spaces apart.
 *
 * @param rows Texts, the same number in each row.
 * @param side Says of a column on which side its cells stand. @default {the first to the left, the others to the right}
 * @returns Lines.
 *
 * @example Usage
 * ```ts
 * import { aligned } from "./aligned.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(aligned([["a", "1"], ["bcd", "10"]]), ["a     1", "bcd  10"]);
 * ```
 */
export function aligned(
  rows: readonly (readonly string[])[],
  side: (column: number) => "left" | "right" = (c) =>
    c === 0 ? "left" : "right",
): string[] {
  const widths = (rows[0] ?? []).map((_, c) =>
    Math.max(...rows.map((row) => row[c]!.length))
  );
  return rows.map((row) =>
    row.map((cell, c) =>
      side(c) === "left" ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!)
    ).join("  ").trimEnd()
  );
}

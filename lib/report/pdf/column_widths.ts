/** What a column needs, in points. */
export interface ColumnNeed {
  /** So that no word must be cut. */
  readonly minimum: number;
  /** So that no text must be wrapped. */
  readonly natural: number;
  /** Its claim on what is left, relative to the others. */
  readonly weight: number;
}

/**
 * Divides the width of a table among its columns.
 *
 * Each gets its minimum; what is left goes by weight, first to those that
 * still have to wrap. Where the minimums are too much, all shrink alike.
 *
 * @param needs One a column, minimum ≤ natural, weight > 0.
 * @param width Of the whole table.
 * @returns One width a column; their sum is `width`.
 *
 * @example Usage
 * ```ts
 * import { columnWidths } from "@lib/report/pdf/column_widths.ts";
 * import assert from "node:assert/strict";
 *
 * const short = { minimum: 10, natural: 20, weight: 1 };
 * const long = { minimum: 10, natural: 900, weight: 1 };
 * assert.deepEqual(columnWidths([short, long], 100), [20, 80]);
 * ```
 */
export function columnWidths(
  needs: readonly ColumnNeed[],
  width: number,
): readonly number[] {
  const minimum = sum(needs.map((need) => need.minimum));
  if (minimum > width) {
    return needs.map((need) => need.minimum * width / minimum);
  }
  const widths = needs.map((need) => need.minimum);
  let left = width - minimum;
  // Each round fills at least one column, or hands out all that is left.
  for (const _ of needs) {
    const open = needs.map((need, c) => need.natural > (widths[c] ?? 0) + 1e-9);
    const weight = sum(needs.map((need, c) => open[c] ? need.weight : 0));
    if (weight === 0 || left <= 0) break;
    const share = left / weight;
    needs.forEach((need, c) => {
      const now = widths[c] ?? 0;
      if (!open[c]) return;
      const more = Math.min(share * need.weight, need.natural - now);
      widths[c] = now + more;
      left -= more;
    });
  }
  const weight = sum(needs.map((need) => need.weight));
  return needs.map((need, c) => (widths[c] ?? 0) + left * need.weight / weight);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

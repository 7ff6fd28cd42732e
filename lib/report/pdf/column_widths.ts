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
 * Each gets its minimum. Of what is left, whoever lacks less than its share by
 * weight gets what it lacks; the others, which have to wrap in any case, the more
 * the more they lack, by its root: twice as long a text is not twice as important. Where the minimums are too much, all shrink alike.
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
 * const widths = columnWidths([short, long], 100);
 * assert.deepEqual(widths.map(Math.round), [20, 80]);
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
  const lack = (c: number) => needs[c]!.natural - widths[c]!;
  let left = width - minimum;
  let open = needs.flatMap((_, c) => lack(c) > 0 ? [c] : []);
  for (;;) {
    const byWeight = shares(open, left, (c) => needs[c]!.weight);
    const byLack = shares(
      open,
      left,
      (c) => needs[c]!.weight * Math.sqrt(lack(c)),
    );
    const filled = open.filter((c, i) =>
      lack(c) <= Math.max(byWeight[i]!, byLack[i]!)
    );
    if (filled.length === 0) {
      open.forEach((c, i) => widths[c]! += byLack[i]!);
      break;
    }
    for (const c of filled) {
      left -= lack(c);
      widths[c] = needs[c]!.natural;
    }
    open = open.filter((c) => !filled.includes(c));
  }
  if (sum(widths) >= width) return widths;
  const rest = width - sum(widths);
  const all = needs.map((_, c) => c);
  const more = shares(all, rest, (c) => needs[c]!.weight);
  return widths.map((now, c) => now + more[c]!);
}

/** Divides what is left among columns by their claims. */
function shares(
  columns: readonly number[],
  left: number,
  claimOf: (column: number) => number,
): readonly number[] {
  const claimed = sum(columns.map(claimOf));
  return columns.map((c) => left * claimOf(c) / claimed);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

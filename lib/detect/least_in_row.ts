/**
 * Gives each step's least value of so many in a row up to it, in one pass: kept are
 * the steps that are lower than all after them, of which the first is the least.
 *
 * @param values Values, shape `[steps]`; NaN where there is none.
 * @param count How many in a row, at least 1.
 * @returns Shape `[steps]`; NaN where one of so many is missing.
 *
 * @example Usage
 * ```ts
 * import { leastInRow } from "@lib/detect/least_in_row.ts";
 * import assert from "node:assert/strict";
 *
 * const least = leastInRow(Float32Array.of(3, 1, 2, 5, 4), 2);
 * assert.deepEqual([...least], [NaN, 1, 1, 2, 4]);
 * ```
 */
export function leastInRow(values: Float32Array, count: number): Float32Array {
  const least = new Float32Array(values.length).fill(NaN);
  const kept = new Uint32Array(values.length);
  let [first, end, row] = [0, 0, 0];
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(values[t])) {
      [first, end, row] = [0, 0, 0];
      continue;
    }
    row++;
    while (end > first && values[kept[end - 1]!]! >= values[t]!) end--;
    kept[end++] = t;
    if (kept[first]! <= t - count) first++;
    if (row >= count) least[t] = values[kept[first]!]!;
  }
  return least;
}

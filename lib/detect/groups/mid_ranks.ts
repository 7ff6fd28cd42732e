/**
 * Ranks values from the smallest to the largest; equal ones share the mean of
 * their ranks, as Spearman's correlation wants it.
 *
 * @param values Values; NaN where there is none.
 * @returns Ranks from 0 on among the values that are there, of the same length;
 *   NaN where there is no value.
 *
 * @example Usage
 * ```ts
 * import { midRanks } from "@lib/detect/groups/mid_ranks.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual([...midRanks(Float64Array.of(7, NaN, 5, 7))], [1.5, NaN, 0, 1.5]);
 * ```
 */
export function midRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys())
    .filter((i) => !Number.isNaN(values[i]!))
    .sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length).fill(NaN);
  for (let first = 0; first < order.length;) {
    let end = first + 1;
    while (
      end < order.length && values[order[end]!] === values[order[first]!]
    ) {
      end++;
    }
    for (let i = first; i < end; i++) ranks[order[i]!] = (first + end - 1) / 2;
    first = end;
  }
  return ranks;
}

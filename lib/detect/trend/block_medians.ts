import type { StepRange } from "../../frame/metric_table.ts";

/** Share of a block that must be measured. */
const LEAST_SHARE = 0.5;

/**
 * Thins a part of a series to the medians of equal blocks; what is left over at
 * the end is left out.
 *
 * @param values One value a step; NaN where there is none.
 * @param block Steps of a block, at least 1.
 * @param range Steps to look at; what lies before the series counts as missing.
 * @returns One median a whole block; NaN where less than half of it was measured.
 *
 * @example Usage
 * ```ts
 * import { blockMedians } from "@lib/detect/trend/block_medians.ts";
 * import assert from "node:assert/strict";
 *
 * const medians = blockMedians(Float32Array.of(1, 9, 2, NaN, NaN, 5, 7), 3);
 * assert.deepEqual([...medians], [2, NaN]);
 * ```
 */
export function blockMedians(
  values: Float32Array,
  block: number,
  range: StepRange = { start: 0, end: values.length },
): Float64Array {
  const count = Math.max(0, Math.floor((range.end - range.start) / block));
  return Float64Array.from({ length: count }, (_, i) => {
    const start = range.start + i * block;
    const part = values.slice(Math.max(0, start), Math.max(0, start + block))
      .filter((value) => !Number.isNaN(value));
    return part.length < LEAST_SHARE * block ? NaN : median(part);
  });
}

/**
 * Gives the median.
 *
 * @param values Finite values, in any order; they are left as they are.
 * @returns The middle one, or the mean of the two in the middle; NaN for none.
 */
export function median(values: Float32Array | Float64Array): number {
  const half = values.length >> 1;
  const sorted = values.toSorted();
  return sorted.length % 2 === 1
    ? sorted[half]!
    : (sorted[half - 1]! + sorted[half]!) / 2;
}

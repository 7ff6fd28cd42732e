import type { StepRange } from "../frame/metric_table.ts";

/** What is drawn, and how finely. */
export interface M4Options {
  /** Steps to draw, half-open. @default {all} */
  readonly range?: StepRange;
  /** Equal parts of the range, about one for two pixels. */
  readonly buckets: number;
}

/**
 * Chooses the steps that a line chart needs: the first, the smallest, the
 * largest and the last value of each bucket, so that every spike stays. Where a
 * bucket has missing values one of them is kept too, so that the line breaks.
 *
 * Source: Jugel et al., "M4: A Visualization-Oriented Time Series Data
 * Aggregation", VLDB 7 (2014).
 *
 * @param values One value a step; NaN where there is none.
 * @param options Range and buckets.
 * @returns Steps in ascending order, at most 5 a bucket; all of them where there are no more than 4 a bucket.
 *
 * @example Usage
 * ```ts
 * import { m4 } from "@lib/chart/m4.ts";
 * import assert from "node:assert/strict";
 *
 * const spike = [0, 0, 0, 9, 0, 0, -2, 0, 0, 0];
 * assert.deepEqual(m4(spike, { buckets: 1 }), [0, 3, 6, 9]);
 * ```
 */
export function m4(values: ArrayLike<number>, options: M4Options): number[] {
  const { buckets, range = { start: 0, end: values.length } } = options;
  const length = range.end - range.start;
  if (length <= 4 * buckets) {
    return Array.from({ length }, (_, i) => range.start + i);
  }
  const kept: number[] = [];
  for (let b = 0; b < buckets; b++) {
    const start = range.start + Math.floor((b * length) / buckets);
    const end = range.start + Math.floor(((b + 1) * length) / buckets);
    kept.push(...keptOfBucket(values, start, end));
  }
  return kept;
}

function keptOfBucket(
  values: ArrayLike<number>,
  start: number,
  end: number,
): number[] {
  let first = -1;
  let low = -1;
  let high = -1;
  let last = -1;
  let missing = -1;
  for (let t = start; t < end; t++) {
    const value = values[t]!;
    if (Number.isNaN(value)) {
      if (missing < 0) missing = t;
      continue;
    }
    if (first < 0) first = low = high = t;
    if (value < values[low]!) low = t;
    if (value > values[high]!) high = t;
    last = t;
  }
  return [...new Set([first, low, high, last, missing])]
    .filter((t) => t >= 0)
    .sort((a, b) => a - b);
}

import type { MetricTable, StepRange } from "./metric_table.ts";

/**
 * Finds all windows that hold a value for every metric at every step: none
 * spans a gap or an outage.
 *
 * @param table The table.
 * @param range The steps that a window must lie in.
 * @param length Steps a window, at least 1.
 * @returns The step after each window, ascending: window `w` holds
 *   `[ends[w] − length, ends[w])`.
 *
 * @example Usage
 * ```ts
 * import { windowEnds } from "@lib/frame/windows.ts";
 * import assert from "node:assert/strict";
 *
 * const table = { metrics: ["a"], values: Float32Array.of(1, 2, 3, NaN, 5, 6) };
 * const ends = windowEnds(table, { start: 0, end: 6 }, 2);
 * assert.deepEqual([...ends], [2, 3, 6]);
 * ```
 */
// deno-lint-ignore whenwhy/exported-parameters -- a table, where in it, how long: no option among them
export function windowEnds(
  table: Pick<MetricTable, "values"> & { readonly metrics: ArrayLike<unknown> },
  range: StepRange,
  length: number,
): Int32Array {
  const { values, metrics } = table;
  const ends = new Int32Array(Math.max(0, range.end - range.start));
  let count = 0;
  let whole = 0; // steps without a gap up to here
  for (let t = range.start; t < range.end; t++) {
    const row = values.subarray(t * metrics.length, (t + 1) * metrics.length);
    whole = row.some(Number.isNaN) ? 0 : whole + 1;
    if (whole >= length) ends[count++] = t + 1;
  }
  return ends.slice(0, count);
}

/**
 * Finds all windows that lie in some ranges, each in one of them as a whole.
 *
 * @param table The table.
 * @param ranges Disjoint ranges in order.
 * @param length Steps a window, at least 1.
 * @returns As {@linkcode windowEnds}, of all ranges.
 */
// deno-lint-ignore whenwhy/exported-parameters -- as windowEnds
export function windowEndsIn(
  table: Parameters<typeof windowEnds>[0],
  ranges: readonly StepRange[],
  length: number,
): Int32Array {
  const found = ranges.map((range) => windowEnds(table, range, length));
  const all = new Int32Array(found.reduce((sum, one) => sum + one.length, 0));
  let count = 0;
  for (const ends of found) {
    all.set(ends, count);
    count += ends.length;
  }
  return all;
}

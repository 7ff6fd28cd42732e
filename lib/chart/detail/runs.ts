/**
 * Measures runs of indices that something is true of.
 *
 * @param count Indices.
 * @param is Tells it of an index.
 * @returns Lengths of runs: not true, true, not true …; the first may be 0.
 *
 * @example Usage
 * ```ts
 * import { runsOf } from "@lib/chart/detail/runs.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(runsOf(5, (i) => i < 3), [0, 3, 2]);
 * ```
 */
export function runsOf(
  count: number,
  is: (index: number) => boolean,
): number[] {
  const runs = [0];
  for (let i = 0; i < count; i++) {
    if (is(i) !== (runs.length % 2 === 0)) runs.push(0);
    runs[runs.length - 1]!++;
  }
  return runs;
}

/**
 * Lists the indices of runs.
 *
 * @param runs As {@linkcode runsOf} gives them.
 * @returns Those that it is true of, ascending.
 */
export function indicesOf(runs: readonly number[]): number[] {
  const indices: number[] = [];
  let at = 0;
  for (const [r, length] of runs.entries()) {
    for (let i = 0; r % 2 === 1 && i < length; i++) indices.push(at + i);
    at += length;
  }
  return indices;
}

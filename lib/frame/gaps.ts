import type { StepRange } from "./metric_table.ts";

/**
 * Finds the runs of steps at which some metric has no value.
 *
 * @param values Row-major values, NaN where there is none, shape `[steps, metrics]`.
 * @param metrics Values a step.
 * @returns Half-open ranges in order, none touching the next.
 *
 * @example Usage
 * ```ts
 * import { findGaps } from "@lib/frame/gaps.ts";
 * import assert from "node:assert/strict";
 *
 * const values = Float32Array.of(1, 2, NaN, 2, 1, NaN, 1, 2);
 * assert.deepEqual(findGaps(values, 2), [{ start: 1, end: 3 }]);
 * ```
 */
export function findGaps(values: Float32Array, metrics: number): StepRange[] {
  const gaps: StepRange[] = [];
  const steps = metrics === 0 ? 0 : values.length / metrics;
  let start = -1;
  for (let t = 0; t <= steps; t++) {
    const isGap = t < steps && hasNaN(values, t * metrics, (t + 1) * metrics);
    if (isGap && start < 0) start = t;
    if (isGap || start < 0) continue;
    gaps.push({ start, end: t });
    start = -1;
  }
  return gaps;
}

function hasNaN(values: Float32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (Number.isNaN(values[i])) return true;
  return false;
}

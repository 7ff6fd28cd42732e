import type { StepRange } from "../../frame/metric_table.ts";

/** An excursion is the stretch around its peak that is this much as far. */
export const FLANK = 0.5;

/** Steps below the level, or without a value, that do not end a stretch. */
const BRIDGE = 10;

/**
 * Finds the stretch around a peak that stays above a level; a few steps below it
 * do not end it.
 *
 * @param heights Values, NaN where there is none, shape `[steps]`.
 * @param of The peak's step, and the level.
 * @returns A half-open range that holds the peak.
 */
export function stretchAround(
  heights: Float32Array,
  { peak, level }: { readonly peak: number; readonly level: number },
): StepRange {
  let [start, end] = [peak, peak + 1];
  for (let t = peak - 1; t >= 0 && start - t <= BRIDGE + 1; t--) {
    if (heights[t]! > level) start = t;
  }
  for (let t = peak + 1; t < heights.length && t - end <= BRIDGE; t++) {
    if (heights[t]! > level) end = t + 1;
  }
  return { start, end };
}

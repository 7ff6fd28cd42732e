import { quantile } from "./quantile.ts";

/** The share of normal steps at which no feature at all passes its threshold. */
const QUIET = 0.999;

/** Every feature's threshold is at least this many of its scales. */
const LEAST = 1.5;

/**
 * Gives each feature its own threshold: its scale times one factor for all,
 * chosen so that on training time even the worst feature of a step stays below
 * its threshold in 999 steps of 1,000. One feature in twenty passing its own
 * 99th percentile would say nothing.
 *
 * All of train is looked at, not its calibration part alone, which may be a few
 * hundred steps and hold no quantile this high.
 *
 * @param distance Signed scaled distances of train, shape `[steps, features]`.
 * @param scales Each feature's normal distance, shape `[features]`.
 * @returns Thresholds in scaled units, shape `[features]`.
 */
export function fitFeatureThresholds(
  distance: Float32Array,
  scales: ArrayLike<number>,
): Float64Array {
  const features = scales.length;
  const worst = Float64Array.from(
    { length: distance.length / features },
    (_, t) => {
      let largest = -Infinity;
      for (let f = 0; f < features; f++) {
        const size = Math.abs(distance[t * features + f]!) / scales[f]!;
        if (!(size <= largest)) largest = size;
      }
      return largest;
    },
  );
  const factor = Math.max(LEAST, quantile(worst, QUIET) || 0);
  return Float64Array.from(scales, (scale) => scale * factor);
}

import { quantile } from "./quantile.ts";

/**
 * The share of normal steps at which any feature at all may pass its threshold,
 * where thresholds are fitted. Half of 1 in 1,000, which is what is held: time
 * that nothing was fitted to is never quite alike.
 */
const ANY_PASSES = 0.0005;

/** The share of a feature's steps, its largest distances, that make its tail. */
const TAIL = 0.02;

/** Steps that a tail has at least, up to a tenth of all. */
const TAIL_STEPS = 30;
const MOST_TAIL = 0.1;

/** How many times its tail's level a feature's own quantile may reach. */
const MOST_OVER_TAIL = 2;

/** Every feature's threshold is at least this many of its scales. */
const LEAST = 1.5;

/**
 * Gives each feature its own threshold, controlled over all features together:
 * of `F` features each may pass it in `0.0005 / F` of train's steps
 * (Bonferroni), so that on normal time all of them together stay inside in at
 * least 999 steps of 1,000, however they are correlated. Each one's distances
 * alone decide on its threshold: what is rare in one feature widens no other.
 *
 * A quantile this high is hardly seen in train. It is taken for at least the
 * level `u + β · ln(tail share / level)` of an exponential tail with `β` the mean
 * excess over `u`, and for at most twice that, so that one broken sample does not
 * make a band which nothing leaves.
 *
 * All of train is looked at, not its calibration part alone, which may be a few
 * hundred steps.
 *
 * Sources: Dunn, "Multiple Comparisons Among Means", JASA 56 (1961); Leadbetter,
 * "On a basis for 'Peaks over Threshold' modeling", Statistics & Probability
 * Letters 12 (1991), with shape 0.
 *
 * @param distance Signed scaled distances of train, shape `[steps, features]`;
 *   NaN where not scored.
 * @param scales Each feature's normal distance, shape `[features]`.
 * @returns Thresholds in scaled units, shape `[features]`.
 */
export function fitFeatureThresholds(
  distance: Float32Array,
  scales: ArrayLike<number>,
): Float64Array {
  const features = scales.length;
  const level = ANY_PASSES / features;
  return Float64Array.from(scales, (scale, f) => {
    const sizes = Float64Array.from(
      { length: distance.length / features },
      (_, t) => Math.abs(distance[t * features + f]!),
    ).filter(Number.isFinite).sort();
    if (sizes.length === 0) return LEAST * scale;
    const tail = tailLevel(sizes, level);
    const own = quantile(sizes, 1 - level);
    return Math.max(
      LEAST * scale,
      Math.min(Math.max(own, tail), MOST_OVER_TAIL * tail),
    );
  });
}

/** What an exponential tail passes in this share of the steps. */
function tailLevel(sorted: Float64Array, level: number): number {
  const share = Math.min(
    MOST_TAIL,
    Math.max(TAIL, TAIL_STEPS / sorted.length),
  );
  const from = quantile(sorted, 1 - share);
  const excess = sorted.filter((size) => size > from)
    .map((size) => size - from);
  const mean = excess.reduce((sum, e) => sum + e, 0) /
    Math.max(1, excess.length);
  return from + mean * Math.log(share / level);
}

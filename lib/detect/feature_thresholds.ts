import { quantileOfSorted } from "./quantile.ts";

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
 * excess over `u`, and for at most twice that. `β` is told from all excesses but
 * the largest, so that one broken sample does not make a band which nothing
 * leaves.
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
    const sizes = sortedSizes(distance, { features, f });
    if (sizes.length === 0) return LEAST * scale;
    const tail = tailLevel(sizes, level);
    const own = quantileOfSorted(sizes, 1 - level);
    return Math.max(
      LEAST * scale,
      Math.min(Math.max(own, tail), MOST_OVER_TAIL * tail),
    );
  });
}

/** A feature's distances without sign, rising; those that were not scored are left out. */
function sortedSizes(
  distance: Float32Array,
  { features, f }: { readonly features: number; readonly f: number },
): Float64Array {
  const sizes = new Float64Array(distance.length / features);
  let count = 0;
  for (let i = f; i < distance.length; i += features) {
    const size = Math.abs(distance[i]!);
    if (Number.isFinite(size)) sizes[count++] = size;
  }
  return sizes.subarray(0, count).sort();
}

/** What an exponential tail passes in this share of the steps. */
function tailLevel(sorted: Float64Array, level: number): number {
  const share = Math.min(
    MOST_TAIL,
    Math.max(TAIL, TAIL_STEPS / sorted.length),
  );
  const from = quantileOfSorted(sorted, 1 - share);
  let [rest, expected] = [0, 0];
  // Of k exponential excesses with mean 1 the j-th largest is expected to be
  // 1/j + 1/(j + 1) + … + 1/k, so that all but the largest sum to Σ (j − 1)/j.
  for (let j = 2; sorted[sorted.length - j]! > from; j++) {
    rest += sorted[sorted.length - j]! - from;
    expected += (j - 1) / j;
  }
  const mean = expected > 0 ? rest / expected : 0;
  return from + mean * Math.log(share / level);
}

/** What damping starts from, and how long it remembers. */
export interface DampingOptions {
  /** Each feature's mean square in training, shape `[features]`. */
  readonly meanSquares: ArrayLike<number>;
  /** Steps after which half is forgotten. */
  readonly dampingHalfLifeSteps: number;
}

/**
 * Damps a feature's square and takes note of it; features in turn, step by step.
 *
 * @param feature The feature's place.
 * @param square Its squared distance over its scale; NaN where not scored.
 * @returns The square, less for a feature that has been far off for long.
 */
export type Damp = (feature: number, square: number) => number;

/** Squares beyond this count no further as unrest: an hour far off is no day. */
const MOST = 10;

/** By how much a feature with a mean square of 1 is damped. */
const STRENGTH = 4;

/**
 * Makes a damping: a feature that has been far from expected for a day has
 * changed, and being far off says less of the next minute than it does of a
 * feature that was quiet. Each square is divided by `1 + 4 m`, where `m` is the
 * exponentially weighted mean of the feature's squares (up to 10) **before** the
 * step. A feature as in training, whose `m` is far below 1, is hardly damped.
 *
 * This is a scale of its own for each step, `scale² (1 + 4 m)`, in place of one
 * for all time, as in streaming estimates of variance (RiskMetrics, 1996).
 *
 * @param options Where each feature's mean begins, and its half-life.
 * @returns The damping, at the beginning of a series.
 */
export function makeDamping(options: DampingOptions): Damp {
  const keep = 0.5 ** (1 / options.dampingHalfLifeSteps);
  const means = Float64Array.from(options.meanSquares);
  return (feature, square) => {
    if (Number.isNaN(square)) return NaN;
    const mean = means[feature]!;
    means[feature] = nextMean(mean, square, keep);
    return square / (1 + STRENGTH * mean);
  };
}

/**
 * Gives where damping stands after steps that were scored.
 *
 * @param distance Their signed scaled distances, shape `[steps, features]`.
 * @param options Where it began, each feature's normal distance, its half-life.
 * @returns Each feature's mean square, shape `[features]`.
 */
export function meanSquaresAfter(
  distance: ArrayLike<number>,
  { meanSquares, scales, dampingHalfLifeSteps }: DampingOptions & {
    readonly scales: ArrayLike<number>;
  },
): Float64Array {
  const keep = 0.5 ** (1 / dampingHalfLifeSteps);
  const means = Float64Array.from(meanSquares);
  for (let i = 0; i < distance.length; i++) {
    const f = i % means.length;
    const square = (distance[i]! / scales[f]!) ** 2;
    if (!Number.isNaN(square)) means[f] = nextMean(means[f]!, square, keep);
  }
  return means;
}

/**
 * Gives where damping begins: each feature's mean square in training.
 *
 * @param distance Signed scaled distances of train, shape `[steps, features]`;
 *   NaN where not scored.
 * @param scales Each feature's normal distance, shape `[features]`.
 * @returns Means of squares up to 10, shape `[features]`; 0 where nothing was
 *   scored.
 */
export function fitMeanSquares(
  distance: Float32Array,
  scales: ArrayLike<number>,
): Float64Array {
  const sums = new Float64Array(scales.length);
  const counts = new Float64Array(scales.length);
  for (let i = 0; i < distance.length; i++) {
    const f = i % scales.length;
    const square = (distance[i]! / scales[f]!) ** 2;
    if (Number.isNaN(square)) continue;
    sums[f]! += Math.min(MOST, square);
    counts[f]! += 1;
  }
  return sums.map((sum, f) => sum / (counts[f] || 1));
}

function nextMean(mean: number, square: number, keep: number): number {
  return keep * mean + (1 - keep) * Math.min(MOST, square);
}

/** Scores as the thresholds that they reach. */
export interface ScoreRanks {
  /** Thresholds, from the highest to the lowest score. */
  readonly thresholds: number;
  /** The first threshold that a step's score reaches, shape `[steps]`. */
  readonly rank: Uint8Array;
  /** Steps that reach each threshold, shape `[thresholds]`. */
  readonly reached: Float64Array;
}

/** As many as TSB-AD takes. */
const THRESHOLDS = 250;

/**
 * Turns scores into ranks: thresholds are the scores at 250 evenly spaced places
 * of the falling order, the highest and the lowest score among them.
 *
 * @param score The higher, the more abnormal, shape `[steps]`, at least one; NaN
 *   ranks last.
 * @returns Each step's rank, and how many steps reach each threshold.
 */
export function scoreRanks(score: ArrayLike<number>): ScoreRanks {
  const scores = Float64Array.from(
    score,
    (s) => Number.isNaN(s) ? -Infinity : s,
  );
  const falling = scores.toSorted().reverse();
  const pace = (scores.length - 1) / (THRESHOLDS - 1);
  const levels = Float64Array.from(
    { length: THRESHOLDS },
    (_, k) => falling[k === THRESHOLDS - 1 ? scores.length - 1 : k * pace | 0]!,
  );
  const rank = Uint8Array.from(scores, (s) => firstReached(levels, s));
  const reached = new Float64Array(THRESHOLDS);
  rank.forEach((k) => reached[k]!++);
  for (let k = 1; k < THRESHOLDS; k++) reached[k]! += reached[k - 1]!;
  return { thresholds: THRESHOLDS, rank, reached };
}

/** By bisection: levels fall, so those that a score reaches come last. */
function firstReached(levels: Float64Array, score: number): number {
  let [low, high] = [0, levels.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (score >= levels[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

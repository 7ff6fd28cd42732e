/** What a score is made from. */
export interface ScoreInput {
  /** Signed scaled distances, shape `[steps, features]`; NaN where not scored. */
  readonly distance: Float32Array;
  /** Each feature's normal distance, shape `[features]`. */
  readonly scales: ArrayLike<number>;
  /** Steps after which a smoothed value has lost half its weight. */
  readonly halfLifeSteps: number;
}

/**
 * Scores each step: the root mean square over the features of distance over the
 * feature's scale, smoothed by an exponentially weighted mean. The higher, the
 * more abnormal.
 *
 * Smoothing looks back only and starts anew after a gap. Being linear in the
 * distance rather than in its square, the score falls off within a few
 * half-lives after even a large peak.
 *
 * @param input Distances and scales.
 * @returns Scores before division by the threshold, shape `[steps]`; NaN where
 *   not scored.
 */
export function scoreSteps(input: ScoreInput): Float32Array {
  const { distance, scales, halfLifeSteps } = input;
  const features = scales.length;
  const score = new Float32Array(distance.length / features);
  const keep = 0.5 ** (1 / halfLifeSteps);
  let smoothed = NaN;
  for (let t = 0; t < score.length; t++) {
    const raw = rootMeanSquare(distance, scales, t);
    smoothed = Number.isNaN(smoothed)
      ? raw
      : keep * smoothed + (1 - keep) * raw;
    score[t] = smoothed;
  }
  return score;
}

function rootMeanSquare(
  distance: Float32Array,
  scales: ArrayLike<number>,
  t: number,
): number {
  let sum = 0;
  for (let f = 0; f < scales.length; f++) {
    sum += (distance[t * scales.length + f]! / scales[f]!) ** 2;
  }
  return Math.sqrt(sum / scales.length);
}

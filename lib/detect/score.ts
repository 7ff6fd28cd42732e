/** What a score is made from. */
export interface ScoreInput {
  /** Signed scaled distances, shape `[steps, features]`; NaN where not scored. */
  readonly distance: Float32Array;
  /** Each feature's normal distance, shape `[features]`. */
  readonly scales: ArrayLike<number>;
  /** Steps after which a smoothed value has lost half its weight. */
  readonly halfLifeSteps: number;
}

/** What the score of a step takes over from the steps before it. */
export interface ScoreState {
  /** The smoothed value at the last step; NaN before the first and in a gap. */
  readonly smoothed: number;
}

/** Before the first step. */
export const NO_SCORE: ScoreState = { smoothed: NaN };

/**
 * How far from expected a value still counts in full, in ranges of training:
 * enough to rank large excursions, bounded so that one broken sensor does not
 * hide all else.
 */
const FAR = 10;

/**
 * Scores each step: the root mean square over the features of distance over the
 * feature's scale, smoothed by an exponentially weighted mean. The higher, the
 * more abnormal.
 *
 * Squares keep one metric that is far off from being diluted by many that are
 * not; the root keeps the score linear in the distance, so that after a large
 * peak it falls off within a few half-lives. Smoothing looks back only and starts
 * anew after a gap.
 *
 * @param input Distances and scales.
 * @returns Scores before division by the threshold, shape `[steps]`; NaN where
 *   not scored.
 */
export function scoreSteps(input: ScoreInput): Float32Array {
  return scoreOn(NO_SCORE, input).score;
}

/**
 * Scores steps that follow on others: in one call or in many, a step gets the
 * same score, bit for bit.
 *
 * @param state What was kept of the steps before; {@linkcode NO_SCORE} for none.
 * @param input Distances of the steps that follow, and scales.
 * @returns Their scores as of {@linkcode scoreSteps}, and what is to be kept.
 *
 * @example Usage
 * ```ts
 * import { NO_SCORE, scoreOn, scoreSteps } from "@lib/detect/score.ts";
 * import assert from "node:assert/strict";
 *
 * const of = (...distance: number[]) => ({
 *   distance: Float32Array.from(distance),
 *   scales: [0.1],
 *   halfLifeSteps: 2,
 * });
 * const first = scoreOn(NO_SCORE, of(0.5));
 * const second = scoreOn(first.state, of(0.1));
 * assert.equal(second.score[0], scoreSteps(of(0.5, 0.1))[1]);
 * ```
 */
export function scoreOn(
  state: ScoreState,
  input: ScoreInput,
): { readonly score: Float32Array; readonly state: ScoreState } {
  const { distance, scales, halfLifeSteps } = input;
  const features = scales.length;
  const score = new Float32Array(distance.length / features);
  const keep = 0.5 ** (1 / halfLifeSteps);
  let { smoothed } = state;
  for (let t = 0; t < score.length; t++) {
    const raw = rootMeanSquare(distance, scales, t);
    smoothed = Number.isNaN(smoothed)
      ? raw
      : keep * smoothed + (1 - keep) * raw;
    score[t] = smoothed;
  }
  return { score, state: { smoothed } };
}

function rootMeanSquare(
  distance: Float32Array,
  scales: ArrayLike<number>,
  t: number,
): number {
  let sum = 0;
  for (let f = 0; f < scales.length; f++) {
    const size = Math.min(FAR, Math.abs(distance[t * scales.length + f]!));
    sum += (size / scales[f]!) ** 2;
  }
  return Math.sqrt(sum / scales.length);
}

import { type DampingOptions, makeDamping } from "./damping.ts";

/** What is normal, and how scores are made of it. */
export interface ScoreParameters extends DampingOptions {
  /** Each feature's normal distance, shape `[features]`. */
  readonly scales: ArrayLike<number>;
  /** Steps after which a smoothed value has lost half its weight. */
  readonly halfLifeSteps: number;
}

/** What a score is made from. */
export interface ScoreInput extends ScoreParameters {
  /** Signed scaled distances, shape `[steps, features]`; NaN where not scored. */
  readonly distance: Float32Array;
}

/**
 * How far from expected a value still counts in full, in scales: enough to rank
 * large excursions, bounded so that one broken sensor does not hide all else.
 */
const FAR = 30;

/**
 * Scores the step that follows the one before.
 *
 * @param distance Signed scaled distances, shape `[steps, features]`.
 * @param t Which of these steps.
 * @returns Its score before division by the threshold; NaN where not scored.
 */
export type StepScorer = (distance: Float32Array, t: number) => number;

/**
 * Makes a scorer of steps, which remembers what it has seen: a series gives the
 * same numbers whether it comes whole, in chunks or step by step.
 *
 * A step's score is the root of the mean square over the features of distance
 * over scale, each square damped by how restless its feature has lately been
 * ({@linkcode makeDamping}), smoothed by an exponentially weighted mean. The
 * higher, the more abnormal.
 *
 * Squares keep one metric that is far off from being diluted by many that are
 * not; the root keeps the score linear in the distance. Smoothing looks back only
 * and starts anew after a gap; damping does not.
 *
 * @param parameters What is normal.
 * @returns The scorer, at the beginning of a series.
 *
 * @example Usage
 * ```ts
 * import { makeStepScorer, scoreSteps } from "@lib/detect/score.ts";
 * import assert from "node:assert/strict";
 *
 * const parameters = {
 *   scales: [1],
 *   meanSquares: [0],
 *   halfLifeSteps: 2,
 *   dampingHalfLifeSteps: 100,
 * };
 * const distance = Float32Array.of(1, 5, 2);
 * const next = makeStepScorer(parameters);
 * assert.deepEqual(
 *   distance.map((_, t) => next(distance, t)),
 *   scoreSteps({ ...parameters, distance }),
 * );
 * ```
 */
export function makeStepScorer(parameters: ScoreParameters): StepScorer {
  const { scales, halfLifeSteps } = parameters;
  const damp = makeDamping(parameters);
  const keep = 0.5 ** (1 / halfLifeSteps);
  let smoothed = NaN;
  const meanSquare = (distance: Float32Array, t: number): number => {
    let sum = 0;
    for (let f = 0; f < scales.length; f++) {
      const size = Math.abs(distance[t * scales.length + f]!) / scales[f]!;
      sum += damp(f, Math.min(FAR, size) ** 2);
    }
    return sum / scales.length;
  };
  return (distance, t) => {
    const raw = meanSquare(distance, t);
    smoothed = Number.isNaN(smoothed)
      ? raw
      : keep * smoothed + (1 - keep) * raw;
    return Math.fround(Math.sqrt(smoothed));
  };
}

/**
 * Scores a whole series.
 *
 * @param input Distances and what is normal.
 * @returns Scores before division by the threshold, shape `[steps]`; NaN where
 *   not scored.
 */
export function scoreSteps(
  { distance, ...parameters }: ScoreInput,
): Float32Array {
  const next = makeStepScorer(parameters);
  return new Float32Array(distance.length / parameters.scales.length)
    .map((_, t) => next(distance, t));
}

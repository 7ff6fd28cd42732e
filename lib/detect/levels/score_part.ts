import { type ScoreParameters, scoreSteps } from "../score.ts";

/** How a score is made, and in what it is told. */
export interface ScorePartParameters extends ScoreParameters {
  /** The score that is told as 1. */
  readonly threshold: number;
}

/**
 * Tells which part of the squared score one feature makes, step by step: the parts
 * of all features sum to the square.
 *
 * @param distance Signed scaled distances from the first step on, shape
 *   `[steps, features]`; NaN where not scored.
 * @param feature The feature's place.
 * @param parameters What is normal, and the threshold.
 * @returns Its parts in squared thresholds, shape `[steps]`; NaN where not scored.
 *
 * @example Usage
 * ```ts
 * import { scorePart } from "@lib/detect/levels/score_part.ts";
 * import assert from "node:assert/strict";
 *
 * const normal = { scales: [1, 1], meanSquares: [0, 0], threshold: 1 };
 * const times = { halfLifeSteps: 2, dampingHalfLifeSteps: Infinity };
 * const distance = Float32Array.of(4, 2); // the root of (16 + 4) / 2 is the score
 * assert.deepEqual([...scorePart(distance, 0, { ...normal, ...times })], [8]);
 * ```
 */
export function scorePart(
  distance: Float32Array,
  feature: number,
  { scales, meanSquares, threshold, ...times }: ScorePartParameters,
): Float32Array {
  const features = scales.length;
  const own = new Float32Array(distance.length / features)
    .map((_, t) => distance[t * features + feature]!);
  // Damping and smoothing go by features: alone it is as among the others.
  return scoreSteps({
    ...times,
    distance: own,
    scales: [scales[feature]!],
    meanSquares: [meanSquares[feature]!],
  }).map((score) => score ** 2 / features / threshold ** 2);
}

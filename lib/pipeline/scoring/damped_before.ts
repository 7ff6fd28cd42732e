import { meanSquaresAfter } from "../../detect/damping.ts";
import type { ScoringDetector } from "./score_next.ts";

/** Where a detector has come to, and by what. */
export interface DampedBeforeContext {
  /** The detector that scored. */
  readonly detector: ScoringDetector;
  /** Its distances over the features' own thresholds, shape `[steps, features]`. */
  readonly errors: Float32Array;
}

/** Half-lives of damping after which nothing of a square is left in float32. */
const REMEMBERED = 32;

/**
 * Gives where a detector's damping stood before a step.
 *
 * @param step The step.
 * @param context The detector, and what it has made of the steps before.
 * @returns Each feature's mean square, shape `[features]`.
 */
export function dampedBefore(
  step: number,
  { detector, errors }: DampedBeforeContext,
): Float64Array {
  const { features, dampingHalfLifeMs, intervalMs } = detector;
  const width = features.length;
  const dampingHalfLifeSteps = dampingHalfLifeMs / intervalMs;
  const first = Math.max(
    0,
    step - Math.ceil(REMEMBERED * dampingHalfLifeSteps),
  );
  return meanSquaresAfter(
    errors.subarray(first * width, step * width),
    {
      meanSquares: features.map(({ meanSquare }) => meanSquare),
      // An error is a distance over the threshold in place of the scale.
      scales: features.map(({ scale, threshold }) => scale / threshold),
      dampingHalfLifeSteps,
    },
  );
}

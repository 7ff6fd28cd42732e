import { scoreSteps } from "../../detect/score.ts";
import type { Detector } from "../store/detector.ts";

/** By what distances are scored. */
export interface ScoresOptions {
  /** The detector. */
  readonly detector: Pick<Detector, "features" | "halfLifeSteps">;
  /** The score that alarms. */
  readonly threshold: number;
}

/**
 * Scores distances as a detector does.
 *
 * @param distance Signed scaled distances, shape `[steps, features]`; NaN where not scored.
 * @param options Detector and threshold.
 * @returns Scores in thresholds, shape `[steps]`; NaN where not scored.
 */
export function scoresOf(
  distance: Float32Array,
  { detector, threshold }: ScoresOptions,
): Float32Array {
  return scoreSteps({
    distance,
    scales: detector.features.map((feature) => feature.scale),
    halfLifeSteps: detector.halfLifeSteps,
  }).map((s) => s / threshold);
}

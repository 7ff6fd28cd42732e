import type { LevelChange } from "../../detect/levels/level_change.ts";
import type { JudgeInput } from "../../detect/counterfactual/judge_sets.ts";
import type { JudgedStretch } from "../../detect/counterfactual/judged_stretch.ts";
import { distances } from "../../detect/distance.ts";
import { dampedBefore, type DampedBeforeContext } from "./damped_before.ts";
import { scoreSteps } from "../../detect/score.ts";
import { scoringParameters } from "./score_next.ts";

/** What a stretch of a scored table is scored by anew. */
export interface ScoreStretchContext extends DampedBeforeContext {
  /** The stretch. */
  readonly stretch: JudgedStretch;
  /** What of the stretch was filled in, shape `[steps, features]`. */
  readonly imputed: Uint8Array;
  /** Steps a window. */
  readonly window: number;
  /** The score that alarms. */
  readonly threshold: number;
  /** Levels that moved, by steps of the table. */
  readonly changes: readonly LevelChange[];
}

/**
 * Makes what scores a stretch as the table was, however its values are replaced:
 * damping goes on from before it, and steps that were judged at other levels than
 * the judged ones keep their distances. Where smoothing is not carried in, it
 * begins after those.
 *
 * @param context The stretch, and what was made of the table.
 * @returns Scores what the network makes of it, in thresholds, shape `[steps]`.
 */
export function scoreStretch(
  context: ScoreStretchContext,
): JudgeInput["score"] {
  const { detector, errors, changes, imputed, threshold } = context;
  const { judged, from, isCarried } = context.stretch;
  const thresholds = detector.features.map(({ threshold }) => threshold);
  const features = thresholds.length;
  // The first window of the stretch scores its last step.
  const first = from + context.window - 1;
  const parameters = {
    ...scoringParameters(detector),
    meanSquares: dampedBefore(first, context),
  };
  const changed = changes.findLast(({ at }) => at <= judged.start)?.at ?? 0;
  return (reconstructed) => {
    const { distance } = distances({ ...reconstructed, imputed, features });
    for (let i = first * features; i < changed * features; i++) {
      distance[i - from * features] = isCarried
        ? errors[i]! * thresholds[i % features]!
        : NaN;
    }
    return scoreSteps({ ...parameters, distance }).map((s) => s / threshold);
  };
}

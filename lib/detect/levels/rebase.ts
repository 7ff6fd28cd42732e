import type { StepRange } from "../../frame/metric_table.ts";
import type { LevelChange } from "./level_change.ts";
import { type LevelParameters, makeLevelFollower } from "./level_follower.ts";
import { makeStepScorer, type ScoreParameters } from "../score.ts";

/** What is normal, when it alarms, and how long a level must have stood. */
export interface RebaseParameters extends ScoreParameters, LevelParameters {
  /** The score that alarms. */
  readonly threshold: number;
  /**
   * Steps whose distances may be made at once.
   *
   * @default {Infinity}
   */
  readonly mostSteps?: number;
}

/** Steps that follow those judged before, counted from the first of them. */
export interface SeriesPart {
  /** Where distances are put: signed, scaled, shape `[steps, features]`; NaN where not scored. */
  readonly distance: Float32Array;
  /** 1 where a value was filled in, shape `[steps, features]`. */
  readonly imputed: Uint8Array;
  /** Gives a value as measured, scaled: train's range is [0, 1]. */
  readonly scaledAt: (step: number, feature: number) => number;
  /**
   * Makes the distances of steps, in place, with each feature's values moved back
   * by its offset; again where a level has moved meanwhile.
   *
   * @param range These steps.
   * @param offsets How far, scaled, shape `[features]`.
   */
  readonly make: (
    range: StepRange,
    offsets: Float64Array,
  ) => void | Promise<void>;
}

/** A judged part of a series. */
export interface Rebased {
  /** In order of the steps that are first judged against them; steps count from the series' first. */
  readonly changes: readonly LevelChange[];
  /** Scores in thresholds at the levels in force, shape `[steps]`; NaN where not scored. */
  readonly score: Float32Array;
}

/**
 * Judges the steps that follow those of the call before; to be awaited before the
 * next call.
 *
 * @param part The steps.
 * @returns Changes and scores.
 */
export type Rebaser = (part: SeriesPart) => Promise<Rebased>;

/** Days that are made at once: what comes later may have to be made again. */
const DAYS_AHEAD = 2;

/**
 * Makes a rebaser: it scores steps, finds features that have moved to another
 * level for good, and has all steps from then on judged against that, so that a
 * change is one incident and not alarms for ever.
 *
 * A feature has moved where it was outside its normal distance on one side for
 * `settleSteps` measured steps, has settled there, and alarms stood since it left;
 * one that has moved before is followed without alarms too, since nothing was
 * learned of where it is.
 *
 * Each step is scored once, from nothing later: a series gives the same numbers
 * whether it comes whole, in parts or step by step.
 *
 * @param parameters What is normal.
 * @returns The rebaser, at the beginning of a series.
 */
export function makeRebaser(parameters: RebaseParameters): Rebaser {
  const { scales, settle, threshold } = parameters;
  const features = scales.length;
  const { mostSteps = Infinity } = parameters;
  const aheadSteps = Math.min(mostSteps, DAYS_AHEAD * settle.daySteps);
  const scorer = makeStepScorer(parameters);
  const levels = makeLevelFollower(parameters);
  let done = 0;
  return async ({ distance, imputed, scaledAt, make }) => {
    const score = new Float32Array(imputed.length / features);
    const changes: LevelChange[] = [];
    const follow = (step: number): boolean => {
      const found = changes.length;
      const isAlarm = score[step]! >= 1;
      for (let feature = 0; feature < features; feature++) {
        const i = step * features + feature;
        if (Number.isNaN(distance[i]!) || imputed[i] === 1) continue;
        const change = levels.next({
          t: done + step,
          feature,
          distance: distance[i]!,
          value: scaledAt(step, feature),
          scale: scales[feature]!,
          isAlarm,
        });
        if (change === null) continue;
        changes.push(change);
      }
      return changes.length > found;
    };
    let madeTo = 0;
    for (let step = 0; step < score.length; step++) {
      if (step === madeTo) {
        madeTo = Math.min(score.length, step + aheadSteps);
        await make({ start: step, end: madeTo }, levels.offsets());
      }
      score[step] = scorer(distance, step) / threshold;
      if (follow(step)) madeTo = step + 1;
    }
    done += score.length;
    return { changes, score };
  };
}

import type { StepRange } from "../frame/metric_table.ts";
import { findChange, type LevelInput } from "./find_change.ts";
import type { LevelChange } from "./level_change.ts";
import { asLearned, isDue, isQuiet, movedBy } from "./level_state.ts";
import { follow } from "./level_streak.ts";

/** How distances at moved levels are made and scored. */
export interface Judge {
  /**
   * Makes the distances of steps anew, in place, with each feature's values moved
   * back by its offset.
   *
   * @param range These steps.
   * @param offsets How far, scaled, shape `[features]`.
   */
  readonly again: (
    range: StepRange,
    offsets: Float64Array,
  ) => void | Promise<void>;
  /** Scores the distances, in thresholds: each step from nothing later. */
  readonly score: () => Float32Array;
}

/** Days that are made anew at once: what comes later may have to be again. */
const DAYS_AHEAD = 2;

/** A judged series. */
export interface Rebased {
  /** In order of the steps that are first judged against them. */
  readonly changes: readonly LevelChange[];
  /** Scores in thresholds at the levels in force, shape `[steps]`. */
  readonly score: Float32Array;
}

/**
 * Finds features that have moved to another level for good, and has all steps
 * from then on judged against that, so that a change is one incident and not
 * alarms for ever.
 *
 * A feature has moved where it was outside its normal distance on one side for
 * `settleSteps` measured steps, has settled there, and alarms stood in that time;
 * one that has moved before is followed without alarms too, since nothing was
 * learned of where it is. One that turns back within a day has a rhythm of its
 * own: it is judged as learned again, and must stand a whole day the next time.
 * Nothing later than a step has a part in its distance.
 *
 * @param input Distances, which are made anew in place, and what they are from.
 * @param judge Makes and scores distances.
 * @returns Changes and scores.
 */
export async function rebase(
  input: LevelInput,
  judge: Judge,
): Promise<Rebased> {
  const { distance, imputed, scales, settle } = input;
  const states = Array.from(scales, asLearned);
  const changes: LevelChange[] = [];
  let score = judge.score();
  let madeTo = score.length;
  const makeFrom = async (start: number) => {
    const offsets = Float64Array.from(states, ({ offset }) => offset);
    const end = Math.min(score.length, start + DAYS_AHEAD * settle.daySteps);
    await judge.again({ start, end }, offsets);
    score = judge.score();
    madeTo = end;
  };
  for (let t = 0; t < score.length; t++) {
    if (t === madeTo) await makeFrom(t);
    const before = changes.length;
    for (let feature = 0; feature < scales.length; feature++) {
      const i = t * scales.length + feature;
      const at = { t, distance: distance[i]!, scale: scales[feature]! };
      if (Number.isNaN(at.distance) || imputed[i] === 1) continue;
      const state = states[feature]!;
      if (isQuiet(state, at)) continue;
      follow(state.streak, at);
      if (!isDue(state, settle)) continue;
      const change = findChange(input, { feature, t, state, score });
      if (change === null) continue;
      changes.push(change);
      states[feature] = movedBy(state, change, settle);
    }
    if (changes.length > before) await makeFrom(t + 1);
  }
  return { changes, score };
}

import { LEVEL_SAMPLES, type LevelChange, shiftFrom } from "./level_change.ts";
import { follow, type LevelStreak, noStreak } from "./level_streak.ts";
import { settledLevel } from "./settled_level.ts";

/** What is judged against new levels where they last. */
export interface RebaseInput {
  /** Signed scaled distances, shape `[steps, features]`; NaN where not scored. */
  readonly distance: Float32Array;
  /** 1 where a value was filled in, shape `[steps, features]`. */
  readonly imputed: Uint8Array;
  /** Each feature's normal distance, shape `[features]`. */
  readonly scales: ArrayLike<number>;
  /** Measured steps that a level must have stood. */
  readonly settleSteps: number;
}

/** Distances from the levels in force. */
export interface Rebased {
  /** As the input where nothing changed, the same array. */
  readonly distance: Float32Array;
  /** In order of the steps that are first judged against them. */
  readonly changes: readonly LevelChange[];
}

/**
 * Gives the score of distances, in thresholds: of each step from nothing later.
 * Changes tell which levels the distances are from.
 */
export type ScoreOf = (
  distance: Float32Array,
  changes: readonly LevelChange[],
) => Float32Array;

/** How often a feature that has been outside for long is looked at, in the time of a level. */
const LOOKS = 12;

/** Share of the time in alarm from which a level is worth a change. */
const ALARMED = 0.1;

/**
 * Finds features that have moved to another level for good, and takes distances
 * from the new level from then on, so that a change is one incident and not
 * alarms for ever.
 *
 * A feature has moved where it was outside its normal distance on one side for
 * `settleSteps` measured steps, has settled there, and alarms stood in that time;
 * one that has moved before is followed without alarms too, since nothing was
 * learned of where it is. Nothing later than a step has a part in its distance.
 *
 * @param input Distances and scales.
 * @param scoreOf Scores distances, to know where alarms are.
 * @returns Distances and changes.
 */
export function rebase(input: RebaseInput, scoreOf: ScoreOf): Rebased {
  const { scales, imputed } = input;
  const features = scales.length;
  const states = Array.from(scales, (): FeatureState => (
    { offset: 0, streak: noStreak() }
  ));
  const changes: LevelChange[] = [];
  let { distance } = input;
  let score = scoreOf(distance, changes);
  for (let t = 0; t < score.length; t++) {
    const found: LevelChange[] = [];
    for (let feature = 0; feature < features; feature++) {
      const i = t * features + feature;
      if (Number.isNaN(distance[i]!) || imputed[i] === 1) continue;
      const state = states[feature]!;
      const at = { t, distance: distance[i]!, scale: scales[feature]! };
      follow(state.streak, at);
      if (!isDue(state, input)) continue;
      const change = changeAt({ ...input, distance, score }, {
        ...{ feature, t, state },
      });
      if (change === null) continue;
      found.push(change);
      states[feature] = { offset: change.to, streak: noStreak() };
    }
    if (found.length === 0) continue;
    if (changes.length === 0) distance = distance.slice();
    for (const change of found) {
      shiftFrom(distance, change, { features, by: change.from - change.to });
    }
    changes.push(...found);
    score = scoreOf(distance, changes);
  }
  return { distance, changes };
}

interface FeatureState {
  /** How far from expected the feature is meant to be. */
  readonly offset: number;
  readonly streak: LevelStreak;
}

/** Long enough outside, and not looked at just before. */
function isDue(
  { streak }: FeatureState,
  { settleSteps }: Pick<RebaseInput, "settleSteps">,
): boolean {
  const over = streak.steps - settleSteps;
  return streak.side !== 0 && over >= 0 &&
    over % Math.ceil(settleSteps / LOOKS) === 0;
}

interface Candidate {
  readonly feature: number;
  readonly t: number;
  readonly state: FeatureState;
}

function changeAt(
  input: RebaseInput & { readonly score: Float32Array },
  { feature, t, state: { streak, offset } }: Candidate,
): LevelChange | null {
  if (streak.side === 0) return null;
  const scale = input.scales[feature]!;
  const { steps, values, settled } = recentOf(input, { feature, t });
  const alarms = steps.filter((step) => input.score[step]! >= 1).length;
  const alarmed = alarms >= ALARMED * steps.length;
  if (!alarmed && offset === 0) return null;
  const level = settledLevel(values, { scale, side: streak.side });
  if (level === null) return null;
  // Back to what was learned, but for what is normal anyway.
  const to = Math.abs(offset + level) <= scale ? 0 : offset + level;
  const { since } = streak;
  return { feature, since, settled, at: t + 1, from: offset, to, alarmed };
}

/** The measured steps up to one, thinned, in order of time. */
function recentOf(
  { distance, imputed, scales, settleSteps }: RebaseInput,
  { feature, t }: { readonly feature: number; readonly t: number },
) {
  const features = scales.length;
  const every = Math.ceil(settleSteps / LEVEL_SAMPLES);
  const steps: number[] = [];
  let settled = t;
  for (let step = t, seen = 0; step >= 0 && seen < settleSteps; step--) {
    const i = step * features + feature;
    if (Number.isNaN(distance[i]!) || imputed[i] === 1) continue;
    if (seen % every === 0) steps.push(step);
    seen++;
    settled = step;
  }
  steps.reverse();
  const values = steps.map((step) => distance[step * features + feature]!);
  return { steps, values, settled };
}

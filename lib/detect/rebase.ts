import {
  LEVEL_SAMPLES,
  type LevelChange,
  type SettleSteps,
  shiftFrom,
} from "./level_change.ts";
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
  /** How long a level must have stood. */
  readonly settle: SettleSteps;
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
 * learned of where it is. One that turns back within a day has a rhythm of its
 * own: it is judged as learned again, and must stand a whole day the next time.
 * Nothing later than a step has a part in its distance.
 *
 * @param input Distances and scales.
 * @param scoreOf Scores distances, to know where alarms are.
 * @returns Distances and changes.
 */
export function rebase(input: RebaseInput, scoreOf: ScoreOf): Rebased {
  const { scales, imputed, settle } = input;
  const features = scales.length;
  const states = Array.from(scales, (): FeatureState => (
    { offset: 0, streak: noStreak(), movedAt: -Infinity, restless: false }
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
      if (!isDue(state, settle)) continue;
      const change = changeAt({ ...input, distance, score }, {
        ...{ feature, t, state },
      });
      if (change === null) continue;
      found.push(change);
      states[feature] = movedBy(state, change, settle);
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
  /** The step of its last change. */
  readonly movedAt: number;
  /** Whether a change of it did not stay for a day: then a level must. */
  readonly restless: boolean;
}

/** A level that is left within a day towards the learned one, such as at night. */
function hasNotStayed(
  { offset, movedAt }: FeatureState,
  { to, at }: { readonly to: number; readonly at: number },
  { daySteps }: SettleSteps,
): boolean {
  return at - movedAt < daySteps &&
    to * Math.sign(offset) <= Math.abs(offset) / 2;
}

function movedBy(
  state: FeatureState,
  { to, at }: LevelChange,
  settle: SettleSteps,
): FeatureState {
  const restless = state.restless || hasNotStayed(state, { to, at }, settle);
  return { offset: to, streak: noStreak(), movedAt: at, restless };
}

/** How many measured steps a level of the feature must have stood. */
function neededBy(
  { restless }: FeatureState,
  { settleSteps, daySteps }: SettleSteps,
): number {
  return restless ? daySteps : settleSteps;
}

/** Long enough outside, and not looked at just before. */
function isDue(state: FeatureState, settle: SettleSteps): boolean {
  const { streak } = state;
  const needed = neededBy(state, settle);
  const over = streak.steps - needed;
  return streak.side !== 0 && over >= 0 &&
    over % Math.ceil(needed / LOOKS) === 0;
}

interface Candidate {
  readonly feature: number;
  readonly t: number;
  readonly state: FeatureState;
}

function changeAt(
  input: RebaseInput & { readonly score: Float32Array },
  { feature, t, state }: Candidate,
): LevelChange | null {
  const { streak, offset } = state;
  if (streak.side === 0) return null;
  const scale = input.scales[feature]!;
  const { steps, values, settled } = recentOf(input, {
    ...{ feature, t, needed: neededBy(state, input.settle) },
  });
  const alarms = steps.filter((step) => input.score[step]! >= 1).length;
  const alarmed = alarms >= ALARMED * steps.length;
  if (!alarmed && offset === 0) return null;
  const level = settledLevel(values, { scale, side: streak.side });
  if (level === null) return null;
  const { since } = streak;
  const at = t + 1;
  const moved = offset + level;
  const isBack = hasNotStayed(state, { to: moved, at }, input.settle) ||
    Math.abs(moved) <= scale; // but for what is normal anyway
  const to = isBack ? 0 : moved;
  return { feature, since, settled, at, from: offset, to, alarmed };
}

interface Recent {
  readonly feature: number;
  readonly t: number;
  readonly needed: number;
}

/** The measured steps up to one, thinned, in order of time. */
function recentOf(
  { distance, imputed, scales }: RebaseInput,
  { feature, t, needed }: Recent,
) {
  const features = scales.length;
  const every = Math.ceil(needed / LEVEL_SAMPLES);
  const steps: number[] = [];
  let settled = t;
  let seen = 0;
  for (let step = t; step >= 0 && seen < needed; step--) {
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

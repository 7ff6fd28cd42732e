import type { LevelChange, SettleSteps } from "./level_change.ts";
import { type LevelAt, type LevelStreak, noStreak } from "./level_streak.ts";

/** What is known of a feature's level up to a step. */
export interface LevelState {
  /** How far its values are moved back; 0 as learned. */
  readonly offset: number;
  /** How long it has been outside. */
  readonly streak: LevelStreak;
  /** The step of its last change. */
  readonly movedAt: number;
  /** Whether a change of it did not stay for a day: then a level must. */
  readonly restless: boolean;
}

/** How often a feature that has been outside for long is looked at, in the time of a level. */
const LOOKS = 12;

/**
 * Gives the state of a feature at its learned level.
 *
 * @returns The state.
 */
export function asLearned(): LevelState {
  return {
    ...{ offset: 0, streak: noStreak() },
    ...{ movedAt: -Infinity, restless: false },
  };
}

/**
 * Tells how many measured steps a level of a feature must have stood.
 *
 * @param state What is known of the feature.
 * @param settle How long a level must have stood.
 * @returns Steps.
 */
export function neededBy(
  { restless }: LevelState,
  { settleSteps, daySteps }: SettleSteps,
): number {
  return restless ? daySteps : settleSteps;
}

/**
 * Tells whether there is nothing to follow, as there is not at most steps.
 *
 * @param state What is known of the feature.
 * @param at Where it is.
 * @returns Whether it is inside, and has been.
 */
export function isQuiet(
  { streak }: LevelState,
  { distance, scale }: LevelAt,
): boolean {
  return streak.side === 0 && Math.abs(distance) <= scale;
}

/**
 * Tells whether it is time to look at a feature: long enough outside, and not
 * looked at just before.
 *
 * @param state What is known of the feature.
 * @param settle How long a level must have stood.
 * @returns Whether it is.
 */
export function isDue(state: LevelState, settle: SettleSteps): boolean {
  const needed = neededBy(state, settle);
  const over = state.streak.steps - needed;
  return state.streak.side !== 0 && over >= 0 &&
    over % Math.ceil(needed / LOOKS) === 0;
}

/**
 * Tells whether a change would take a feature back, within a day, at least half
 * of the way to what was learned, as a rhythm does that nobody has learned.
 *
 * @param state What is known of the feature.
 * @param change Where it would go, and when.
 * @param settle How many steps a day has.
 * @returns Whether it would.
 */
export function hasTurnedBack(
  { offset, movedAt }: LevelState,
  { to, at }: Pick<LevelChange, "to" | "at">,
  { daySteps }: SettleSteps,
): boolean {
  return at - movedAt < daySteps &&
    to * Math.sign(offset) <= Math.abs(offset) / 2;
}

/**
 * Gives what is known of a feature after a change.
 *
 * @param state What was known before.
 * @param change The change.
 * @param settle How many steps a day has.
 * @returns What is known from the change on.
 */
export function movedBy(
  state: LevelState,
  change: LevelChange,
  settle: SettleSteps,
): LevelState {
  const restless = state.restless || hasTurnedBack(state, change, settle);
  const { to: offset, at: movedAt } = change;
  return { offset, streak: noStreak(), movedAt, restless };
}

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
}

/** How often a feature that has been outside for long is looked at, in the time of a level. */
const LOOKS = 12;

/**
 * Gives the state of a feature at its learned level.
 *
 * @returns The state.
 */
export function asLearned(): LevelState {
  return { offset: 0, streak: noStreak(), movedAt: -Infinity };
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
export function isDue(
  { streak }: LevelState,
  { settleSteps }: SettleSteps,
): boolean {
  const over = streak.steps - settleSteps;
  return streak.side !== 0 && over >= 0 &&
    over % Math.ceil(settleSteps / LOOKS) === 0;
}

/**
 * Gives what is known of a feature after a change.
 *
 * @param change The change.
 * @returns What is known from the change on.
 */
export function movedBy({ to, at }: LevelChange): LevelState {
  return { offset: to, streak: noStreak(), movedAt: at };
}

import { findChange } from "./find_change.ts";
import type { LevelChange, SettleSteps } from "./level_change.ts";
import { makeLevelHistory } from "./level_history.ts";
import { asLearned, isDue, isQuiet, movedBy } from "./level_state.ts";
import { follow, type LevelAt } from "./level_streak.ts";

/** What was learned of the features, and how long a level must have stood. */
export interface LevelParameters {
  /** Each feature's normal distance, shape `[features]`. */
  readonly scales: ArrayLike<number>;
  /** Each feature's median in training, scaled, shape `[features]`. */
  readonly medians: ArrayLike<number>;
  /** How long a level must have stood. */
  readonly settle: SettleSteps;
}

/** A feature at a step. */
export interface FeatureStep extends LevelAt {
  /** The feature's place. */
  readonly feature: number;
  /** Its value as measured, scaled: train's range is [0, 1]. */
  readonly value: number;
}

/** Follows the levels of features. */
export interface LevelFollower {
  /**
   * Takes a measured step of a feature into account.
   *
   * @returns Where it has moved, from the next step on; else `null`.
   */
  readonly next: (step: FeatureStep) => LevelChange | null;
  /** How far each feature's values are moved back, scaled, shape `[features]`. */
  readonly offsets: () => Float64Array;
}

/**
 * Makes a follower of levels. It remembers of each feature as many measured steps
 * as a level must have stood, and those of two days before.
 *
 * @param parameters What was learned.
 * @returns The follower, at the beginning of a series.
 */
export function makeLevelFollower(
  { scales, medians, settle }: LevelParameters,
): LevelFollower {
  const states = Array.from(scales, asLearned);
  const histories = states.map(() =>
    makeLevelHistory(settle.settleSteps + 2 * settle.daySteps)
  );
  return {
    next: (step) => {
      const { feature, t, scale } = step;
      const state = states[feature]!;
      const history = histories[feature]!;
      history.add(step);
      if (isQuiet(state, step)) return null;
      follow(state.streak, step);
      if (!isDue(state, settle)) return null;
      const median = medians[feature]!;
      const change = findChange(
        { feature, t, state, history, scale, median },
        settle,
      );
      if (change !== null) states[feature] = movedBy(change);
      return change;
    },
    offsets: () => Float64Array.from(states, ({ offset }) => offset),
  };
}

import type { Side } from "./settled_level.ts";

/** This many steps in a row back inside end a streak. */
const BREAK_STEPS = 6;

/** How long a feature has been outside its normal distance on one side. */
export interface LevelStreak {
  /** The side; 0 while it is inside. */
  side: Side | 0;
  /** First step outside. */
  since: number;
  /** Measured steps from there on. */
  steps: number;
  /** Of them the last ones in a row that were not outside on that side. */
  back: number;
  /** First of the last steps in a row on the other side, and how many they are. */
  turned: { readonly since: number; readonly steps: number } | null;
}

/** Where a feature is at a step. */
export interface LevelAt {
  /** The step. */
  readonly t: number;
  /** Its signed distance, measured and not NaN. */
  readonly distance: number;
  /** Its normal distance. */
  readonly scale: number;
}

/**
 * Makes the streak of a feature that has been inside so far.
 *
 * @returns The streak.
 */
export function noStreak(): LevelStreak {
  return { side: 0, since: 0, steps: 0, back: 0, turned: null };
}

/**
 * Takes one more measured step into a streak, in place. A few steps back inside
 * do not end it.
 *
 * @param streak The feature's streak.
 * @param at Where the feature is.
 */
export function follow(streak: LevelStreak, at: LevelAt): void {
  const { t, distance, scale } = at;
  const side = distance > scale ? 1 : distance < -scale ? -1 : 0;
  if (streak.side === 0) {
    Object.assign(streak, noStreak(), { side, since: t });
  } else if (side === streak.side) {
    Object.assign(streak, { back: 0, turned: null });
  } else {
    const { turned } = streak;
    streak.back++;
    streak.turned = side === 0
      ? null
      : { since: turned?.since ?? t, steps: (turned?.steps ?? 0) + 1 };
    if (streak.back >= BREAK_STEPS) turn(streak, side);
  }
  if (streak.side !== 0) streak.steps++;
}

/** Ends a streak; on the other side one goes on that has begun. */
function turn(streak: LevelStreak, side: Side | 0): void {
  const { since, steps } = streak.turned ?? { since: 0, steps: 1 };
  // The step at hand is counted with all others.
  Object.assign(streak, noStreak(), { side, since, steps: steps - 1 });
}

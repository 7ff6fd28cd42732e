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
  /** Of them how many alarmed, and the last one that did. */
  alarms: Alarms;
  /** The last steps in a row on the other side. */
  turned: Turned | null;
  /** Median of its values before the streak; `null` until it has been looked for. */
  before: number | null;
}

/** Steps of a streak that alarmed. */
export interface Alarms {
  /** How many. */
  readonly steps: number;
  /** The last one; `null` where there is none. */
  readonly last: number | null;
}

interface Turned {
  readonly since: number;
  readonly steps: number;
  readonly alarms: Alarms;
}

/** Where a feature is at a step. */
export interface LevelAt {
  /** The step. */
  readonly t: number;
  /** Its signed distance, measured and not NaN. */
  readonly distance: number;
  /** Its normal distance. */
  readonly scale: number;
  /** Whether the step alarms. */
  readonly isAlarm: boolean;
}

const NO_ALARMS: Alarms = { steps: 0, last: null };

/**
 * Makes the streak of a feature that has been inside so far.
 *
 * @returns The streak.
 */
export function noStreak(): LevelStreak {
  return {
    ...{ side: 0, since: 0, steps: 0, back: 0 },
    ...{ alarms: NO_ALARMS, turned: null, before: null },
  };
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
    const { since, steps, alarms } = streak.turned ??
      { since: t, steps: 0, alarms: NO_ALARMS };
    streak.back++;
    streak.turned = side === 0
      ? null
      : { since, steps: steps + 1, alarms: counted(alarms, at) };
    if (streak.back >= BREAK_STEPS) {
      // On the other side one goes on that has begun.
      Object.assign(streak, noStreak(), { side }, streak.turned);
      streak.turned = null;
      return;
    }
  }
  if (streak.side === 0) return;
  streak.steps++;
  streak.alarms = counted(streak.alarms, at);
}

function counted(alarms: Alarms, { t, isAlarm }: LevelAt): Alarms {
  return isAlarm ? { steps: alarms.steps + 1, last: t } : alarms;
}

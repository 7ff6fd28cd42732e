import { DAY_MS } from "../../frame/day_ms.ts";

/** A level must have stood a day, at all its hours, and this many windows. */
const SETTLE_WINDOWS = 12;

/** A feature that stands at a new level for good, by number; levels are scaled. */
export interface LevelChange {
  /** The feature's place in the table. */
  readonly feature: number;
  /** First step outside the old level. */
  readonly since: number;
  /**
   * First step of the time over which the new level was measured, or the last one
   * before that alarmed, where none did in that time.
   */
  readonly settled: number;
  /** First step that is judged against it; nothing from there on was used. */
  readonly at: number;
  /** How far the feature's values were moved back before; 0 as learned. */
  readonly from: number;
  /** How far they are moved back from `at` on. */
  readonly to: number;
  /** Median of its values before. */
  readonly before: number;
  /** Median of its values since it has settled. */
  readonly after: number;
  /** Whether there were alarms since it left the old level. */
  readonly alarmed: boolean;
}

/** How long a level must have stood before it counts as the new one. */
export interface SettleSteps {
  /** So many measured steps. */
  readonly settleSteps: number;
  /** Steps of a day, after which a rhythm comes again. */
  readonly daySteps: number;
}

/** What decides how long a level must have stood. */
export interface SettleOptions {
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** Steps a window. */
  readonly window: number;
}

/**
 * Gives how long a level must have stood before it counts as the new one: a day,
 * and never less than twelve windows.
 *
 * @param options Interval and window.
 * @returns Measured steps.
 *
 * @example Usage
 * ```ts
 * import { settleSteps } from "@lib/detect/levels/level_change.ts";
 * import assert from "node:assert/strict";
 *
 * const minutes = settleSteps({ intervalMs: 60_000, window: 10 });
 * assert.deepEqual(minutes, { settleSteps: 1440, daySteps: 1440 });
 * ```
 */
export function settleSteps(
  { intervalMs, window }: SettleOptions,
): SettleSteps {
  const daySteps = Math.ceil(DAY_MS / intervalMs);
  return {
    settleSteps: Math.max(daySteps, SETTLE_WINDOWS * window),
    daySteps,
  };
}

import { DAY_MS } from "../frame/day_ms.ts";

/** Of the time of a level at most about this many steps are looked at. */
export const LEVEL_SAMPLES = 240;

/** A level must have stood this long, which is longer than most incidents. */
const SETTLE_MS = 4 * 3_600_000;

/** And for this many of the network's windows. */
const SETTLE_WINDOWS = 12;

/** A feature that stands at a new level for good, by number; distances are scaled. */
export interface LevelChange {
  /** The feature's place in the table. */
  readonly feature: number;
  /** First step outside the old level. */
  readonly since: number;
  /** First step of the time over which the new level was measured. */
  readonly settled: number;
  /** First step that is judged against it; nothing from there on was used. */
  readonly at: number;
  /** How far from what is expected the feature was meant to be; 0 as learned. */
  readonly from: number;
  /** How far it is meant to be from `at` on. */
  readonly to: number;
  /** Whether there were alarms in that time. */
  readonly alarmed: boolean;
}

/** What decides how long a level must have stood. */
export interface SettleOptions {
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** Steps a window. */
  readonly window: number;
}

/** How long a level must have stood before it counts as the new one, in measured steps. */
export interface SettleSteps {
  /** A level. */
  readonly settleSteps: number;
  /** One of a feature that moved before and did not stay a day. */
  readonly daySteps: number;
}

/**
 * Gives how long a level must have stood before it counts as the new one: four
 * hours, and never less than twelve windows.
 *
 * @param options Interval and window.
 * @returns Measured steps.
 *
 * @example Usage
 * ```ts
 * import { settleSteps } from "@lib/detect/level_change.ts";
 * import assert from "node:assert/strict";
 *
 * const minutes = settleSteps({ intervalMs: 60_000, window: 10 });
 * assert.deepEqual(minutes, { settleSteps: 240, daySteps: 1440 });
 * ```
 */
export function settleSteps(
  { intervalMs, window }: SettleOptions,
): SettleSteps {
  const settleSteps = Math.max(
    Math.ceil(SETTLE_MS / intervalMs),
    SETTLE_WINDOWS * window,
  );
  const daySteps = Math.max(Math.ceil(DAY_MS / intervalMs), settleSteps);
  return { settleSteps, daySteps };
}

/** What a change moves. */
export interface ShiftOptions {
  /** Features a step. */
  readonly features: number;
  /** What is added to the feature from the change on. */
  readonly by: number;
}

/**
 * Adds to one feature from a change on, in place.
 *
 * @param values Row-major values, shape `[steps, features]`.
 * @param change The change.
 * @param options Features a step, and what is added.
 */
export function shiftFrom(
  values: Float32Array,
  { feature, at }: Pick<LevelChange, "feature" | "at">,
  { features, by }: ShiftOptions,
): void {
  for (let i = at * features + feature; i < values.length; i += features) {
    values[i] = values[i]! + by;
  }
}

import { DAY_MS } from "../../frame/day_ms.ts";
import { durationText } from "../params/duration.ts";
import type { Params } from "../params/params.ts";
import type { Detector } from "../store/detector.ts";

/** Smoothing, merging and minimum duration as asked for, ms; `null`: by default. */
export type AlarmTimeParams = Pick<
  Params,
  "halfLife" | "mergeGap" | "minDuration"
>;

/**
 * Half-life of the score's smoothing: three steps, which is 3 minutes of 1-minute
 * metrics. A single odd sample fades, and one that is far off alarms at once.
 */
const HALF_LIFE_STEPS = 3;

/** Half-life of damping: a day, whatever the interval. */
const DAMPING_HALF_LIFE_MS = DAY_MS;

/**
 * Alarms this close are one incident, so that nobody is called twice: 15 steps,
 * which is a quarter of an hour of 1-minute metrics, and half an hour at most,
 * but never less than 5 steps or a minute.
 */
const MERGE_GAP = { ms: 1_800_000, steps: 15 };
const LEAST_MERGE_GAP = { ms: 60_000, steps: 5 };

/**
 * Gives the times by which alarms become incidents. The defaults follow from the
 * interval: 3 minutes would be no smoothing of 5-minute metrics, and of 5-second
 * ones it would keep short incidents open for minutes.
 *
 * @param asked What was asked for.
 * @param intervalMs Milliseconds from one step to the next.
 * @returns The times that a detector keeps.
 *
 * @example Usage
 * ```ts
 * import { alarmTimes } from "@lib/pipeline/training/alarm_times.ts";
 * import assert from "node:assert/strict";
 *
 * const asked = { halfLife: null, mergeGap: null, minDuration: 90_000 };
 * assert.deepEqual(alarmTimes(asked, 60_000), {
 *   halfLifeMs: 180_000,
 *   dampingHalfLifeMs: 86_400_000,
 *   mergeGapMs: 900_000,
 *   minDurationMs: 90_000,
 * });
 * ```
 */
export function alarmTimes(
  { halfLife, mergeGap, minDuration }: AlarmTimeParams,
  intervalMs: number,
): Pick<
  Detector,
  "halfLifeMs" | "dampingHalfLifeMs" | "mergeGapMs" | "minDurationMs"
> {
  return {
    halfLifeMs: halfLife ?? HALF_LIFE_STEPS * intervalMs,
    dampingHalfLifeMs: DAMPING_HALF_LIFE_MS,
    mergeGapMs: mergeGap ?? Math.max(
      Math.min(MERGE_GAP.ms, MERGE_GAP.steps * intervalMs),
      LEAST_MERGE_GAP.steps * intervalMs,
      LEAST_MERGE_GAP.ms,
    ),
    minDurationMs: minDuration ?? intervalMs,
  };
}

/**
 * Names the times that were asked for, for the record of a training.
 *
 * @param params What was asked for.
 * @returns Durations such as `90s` by the names of their flags; none by default.
 */
export function givenTimes(
  { halfLife, mergeGap, minDuration }: AlarmTimeParams,
): Readonly<Record<string, string>> {
  const times = {
    "half-life": halfLife,
    "merge-gap": mergeGap,
    "min-duration": minDuration,
  };
  return Object.fromEntries(
    Object.entries(times).flatMap(([name, ms]) =>
      ms === null ? [] : [[name, durationText(ms)]]
    ),
  );
}

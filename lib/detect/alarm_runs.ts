import type { StepRange } from "../frame/metric_table.ts";

/** What an alarm is, and when two are one. */
export interface AlarmOptions {
  /** The smallest score that alarms. */
  readonly threshold: number;
  /** Runs of alarms at most this many steps apart become one. */
  readonly mergeGapSteps: number;
}

/**
 * Finds runs of alarms: steps with `score ≥ threshold`, merged over short
 * pauses. A step without a score is no alarm.
 *
 * @param score Scores, shape `[steps]`.
 * @param options Threshold and merge gap.
 * @returns Disjoint ranges in order, each beginning and ending with an alarm.
 *
 * @example Usage
 * ```ts
 * import { alarmRuns } from "@lib/detect/alarm_runs.ts";
 * import assert from "node:assert/strict";
 *
 * const score = Float32Array.of(0, 2, 0, 2, 0, 0, 2);
 * assert.deepEqual(alarmRuns(score, { threshold: 1, mergeGapSteps: 1 }), [
 *   { start: 1, end: 4 },
 *   { start: 6, end: 7 },
 * ]);
 * ```
 */
export function alarmRuns(
  score: Float32Array,
  { threshold, mergeGapSteps }: AlarmOptions,
): StepRange[] {
  const runs: { start: number; end: number }[] = [];
  for (let t = 0; t < score.length; t++) {
    if (!(score[t]! >= threshold)) continue;
    const last = runs.at(-1);
    if (last && t - last.end <= mergeGapSteps) last.end = t + 1;
    else runs.push({ start: t, end: t + 1 });
  }
  return runs;
}

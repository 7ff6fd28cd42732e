import type { StepRange } from "../frame/metric_table.ts";

/** What an alarm is, and when two are one. */
export interface AlarmOptions {
  /** The smallest score that alarms. */
  readonly threshold: number;
  /** Runs of alarms at most this many steps apart become one. */
  readonly mergeGapSteps: number;
  /**
   * Steps in a row that must alarm before anybody is told, at least 1. What
   * alarms again within the merge gap goes on with the run, however short it is.
   *
   * @default {1}
   */
  readonly minSteps?: number;
}

/** All that must be kept between two steps to tell of alarms. */
export interface AlarmState {
  /** Alarms in a row up to the last step, which nobody may know of yet. */
  readonly row: StepRange | null;
  /** The latest run that lasted long enough. */
  readonly run: StepRange | null;
}

/** Before the first step. */
export const NO_ALARMS: AlarmState = { row: null, run: null };

/**
 * Goes on by one step, from which live scoring and whole tables alike tell
 * alarms: what is known after a step depends on nothing later.
 *
 * @param state What was kept after the step before.
 * @param at The step and its score; NaN is no alarm.
 * @param options Threshold, merge gap, minimum duration.
 * @returns What is to be kept; `run` ends after this step while it alarms.
 *
 * @example Usage
 * ```ts
 * import { nextAlarm, NO_ALARMS } from "@lib/detect/alarm_runs.ts";
 * import assert from "node:assert/strict";
 *
 * const options = { threshold: 1, mergeGapSteps: 0, minSteps: 2 };
 * const first = nextAlarm(NO_ALARMS, { step: 7, score: 2 }, options);
 * assert.equal(first.run, null);
 * const second = nextAlarm(first, { step: 8, score: 2 }, options);
 * assert.deepEqual(second.run, { start: 7, end: 9 });
 * ```
 */
export function nextAlarm(
  { row, run }: AlarmState,
  { step, score }: { readonly step: number; readonly score: number },
  { threshold, mergeGapSteps, minSteps = 1 }: AlarmOptions,
): AlarmState {
  if (!(score >= threshold)) {
    return row === null ? { row, run } : { row: null, run };
  }
  const end = step + 1;
  const grown = { start: row?.start ?? step, end };
  if (run && grown.start - run.end <= mergeGapSteps) {
    return { row: grown, run: { start: run.start, end } };
  }
  return { row: grown, run: end - grown.start >= minSteps ? grown : run };
}

/**
 * Finds runs of alarms: steps with `score ≥ threshold`, at least `minSteps` of
 * them in a row, merged over short pauses. A step without a score is no alarm.
 * A run is known `minSteps − 1` steps after its start, and no sooner.
 *
 * @param score Scores, shape `[steps]`.
 * @param options Threshold, merge gap, minimum duration.
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
  options: AlarmOptions,
): StepRange[] {
  const runs: StepRange[] = [];
  let state = NO_ALARMS;
  for (let t = 0; t < score.length; t++) {
    // Most steps are quiet, and there may be millions of them.
    if (state.row === null && !(score[t]! >= options.threshold)) continue;
    const next = nextAlarm(state, { step: t, score: score[t]! }, options);
    if (next.run && next.run !== state.run) {
      if (next.run.start === runs.at(-1)?.start) runs.pop();
      runs.push(next.run);
    }
    state = next;
  }
  return runs;
}

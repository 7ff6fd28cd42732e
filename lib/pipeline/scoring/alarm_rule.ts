import type { AlarmOptions } from "../../detect/alarm_runs.ts";
import type { Detector } from "../store/detector.ts";

/** When alarms are an incident, in steps. */
export type AlarmRule = Required<Omit<AlarmOptions, "threshold">>;

/** What of a detector the rule follows from. */
export type AlarmTimes = Pick<
  Detector,
  "intervalMs" | "mergeGapMs" | "minDurationMs"
>;

/**
 * Counts a detector's times in steps of its grid. Alarms are at most the merge
 * gap apart, and last at least the minimum duration; a step lasts one interval.
 *
 * @param detector The times.
 * @returns Merge gap and minimum duration in steps.
 */
export function alarmRule(
  { intervalMs, mergeGapMs, minDurationMs }: AlarmTimes,
): AlarmRule {
  return {
    mergeGapSteps: Math.floor(mergeGapMs / intervalMs),
    minSteps: Math.max(1, Math.ceil(minDurationMs / intervalMs)),
  };
}

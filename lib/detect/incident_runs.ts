import type { StepRange } from "../frame/metric_table.ts";
import { type AlarmOptions, alarmRuns } from "./alarm_runs.ts";
import { joinRuns } from "./levels/join_runs.ts";
import type { MovedLevel } from "./levels/moved_levels.ts";

/** What an incident is. */
export interface IncidentRunOptions extends AlarmOptions {
  /**
   * Levels that moved for good; alarms while one settled are one incident.
   *
   * @default {[]}
   */
  readonly moves?: readonly Pick<MovedLevel, "settling" | "alarmed">[];
}

/**
 * Finds the steps of each incident: runs of alarms, those while a level settled
 * joined. All that counts incidents, at whatever threshold, counts these.
 *
 * @param score Scores, shape `[steps]`; NaN where not scored.
 * @param options Threshold, merge gap, minimum duration, levels that moved.
 * @returns Disjoint ranges in order, each beginning and ending with an alarm.
 */
export function incidentRuns(
  score: Float32Array,
  { moves = [], ...options }: IncidentRunOptions,
): StepRange[] {
  return joinRuns(
    alarmRuns(score, options),
    moves.flatMap(({ alarmed, settling }) => alarmed ? [settling] : []),
  );
}

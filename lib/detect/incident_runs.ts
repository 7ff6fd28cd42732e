import type { StepRange } from "../frame/metric_table.ts";
import { type AlarmOptions, alarmRuns } from "./alarm_runs.ts";
import { joinRuns } from "./levels/join_runs.ts";
import { isAboutMoves, movedShares } from "./levels/moved_shares.ts";
import type { MovedLevel } from "./levels/moved_levels.ts";

/** A level that moved for good, as far as it says which alarms are one. */
export type JoiningMove = Pick<MovedLevel, "settling" | "alarmed" | "partAt">;

/** What an incident is. */
export interface IncidentRunOptions extends AlarmOptions {
  /**
   * Levels that moved for good; alarms about them while one settled are one
   * incident.
   *
   * @default {[]}
   */
  readonly moves?: readonly JoiningMove[];
}

/**
 * Finds the steps of each incident: runs of alarms, neighbouring ones joined that
 * are about levels that moved, while one settled. All that counts incidents, at
 * whatever threshold, counts these.
 *
 * @param score Scores in thresholds of the run, shape `[steps]`; NaN where not
 *   scored.
 * @param options Threshold, merge gap, minimum duration, levels that moved.
 * @returns Disjoint ranges in order, each beginning and ending with an alarm.
 */
export function incidentRuns(
  score: Float32Array,
  { moves: all = [], ...options }: IncidentRunOptions,
): StepRange[] {
  const moves = all.filter(({ alarmed }) => alarmed);
  const { threshold } = options;
  return joinRuns(alarmRuns(score, options), {
    spans: moves.map(({ settling }) => settling),
    belongs: (run) =>
      isAboutMoves(movedShares(run, { score, threshold, moves })),
  });
}

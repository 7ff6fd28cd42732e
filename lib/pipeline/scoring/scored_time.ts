import { DAY_MS } from "../../frame/day_ms.ts";
import { alarmRuns } from "../../detect/alarm_runs.ts";
import { stepTime } from "../../frame/metric_table.ts";
import type { ScoredTable } from "./score_table.ts";

/** How much time has a score. */
export interface ScoredTime {
  /** Steps with a score. */
  readonly steps: number;
  /** The same in days. */
  readonly days: number;
  /** First instant with a score, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Last instant with a score (included), milliseconds since 1970 UTC. */
  readonly endMs: number;
}

/**
 * Measures the time that has a score.
 *
 * @param scored A scored table.
 * @returns Steps, days, first and last instant.
 */
export function scoredTime({ table, score }: ScoredTable): ScoredTime {
  const runs = alarmRuns(
    score.map((s) => (Number.isFinite(s) ? 1 : 0)),
    { threshold: 1, mergeGapSteps: 0 },
  );
  const steps = runs.reduce((sum, { start, end }) => sum + end - start, 0);
  return {
    steps,
    days: steps * table.intervalMs / DAY_MS,
    startMs: stepTime(table, runs[0]!.start),
    endMs: stepTime(table, runs.at(-1)!.end - 1),
  };
}

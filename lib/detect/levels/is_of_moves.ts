import type { StepRange } from "../../frame/metric_table.ts";
import type { MovedLevel } from "./moved_levels.ts";

/** So much of the squared scores: what moves with a metric is seldom judged to have moved. */
const OWN = 0.25;

/** Scores, and what moved meanwhile. */
export interface OfMovesOptions {
  /** Scores in thresholds of the run, shape `[steps]`; NaN where not scored. */
  readonly score: Float32Array;
  /** The score that alarms. */
  readonly threshold: number;
  /** Levels that moved. */
  readonly moves: readonly Pick<MovedLevel, "partAt">[];
}

/**
 * Tells whether alarms are about levels that moved: of the squared scores of the
 * steps that alarm, the metrics that were on the way to their new levels make at
 * least a quarter. What else alarms in that time is a matter of its own.
 *
 * @param range The steps.
 * @param options Scores, and what moved.
 * @returns Whether they are; not, where no step alarms.
 */
export function isOfMoves(
  { start, end }: StepRange,
  { score, threshold, moves }: OfMovesOptions,
): boolean {
  let all = 0;
  let moved = 0;
  for (let t = start; t < end; t++) {
    if (!(score[t]! >= threshold)) continue;
    all += score[t]! ** 2;
    for (const { partAt } of moves) moved += partAt(t);
  }
  return all > 0 && moved >= OWN * all;
}

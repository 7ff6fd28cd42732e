import type { StepRange } from "../../frame/metric_table.ts";
import type { MovedLevel } from "./moved_levels.ts";

/** Alarms are about a change from here on: what moves with a metric may not have settled. */
const OWN = 0.25;

/** Scores, and what moved meanwhile. */
export interface MovedSharesOptions {
  /** Scores in thresholds of the run, shape `[steps]`; NaN where not scored. */
  readonly score: Float32Array;
  /** The score that alarms. */
  readonly threshold: number;
  /** Levels that moved. */
  readonly moves: readonly Pick<MovedLevel, "partAt">[];
}

/**
 * Tells how much of alarms levels that moved make: of the squared scores of the
 * steps that alarmed, the share of each metric on the way to its new level.
 *
 * @param range The steps.
 * @param options Scores, and what moved.
 * @returns Shares in [0, 1], shape `[moves]`; 0 where no step alarms.
 */
export function movedShares(
  { start, end }: StepRange,
  { score, threshold, moves }: MovedSharesOptions,
): Float64Array {
  const parts = new Float64Array(moves.length);
  let all = 0;
  for (let t = start; t < end; t++) {
    if (!(score[t]! >= threshold)) continue;
    all += score[t]! ** 2;
    for (let i = 0; i < moves.length; i++) parts[i]! += moves[i]!.partAt(t);
  }
  return parts.map((part) => part / (all || 1));
}

/**
 * Tells whether alarms are about levels that moved: together these make at least a
 * quarter of them. What else alarms in that time is a matter of its own.
 *
 * @param shares Their shares.
 * @returns Whether they are.
 */
export function isAboutMoves(shares: Float64Array): boolean {
  return shares.reduce((sum, share) => sum + share, 0) >= OWN;
}

import type { Distances } from "../../detect/distance.ts";
import {
  type LevelChange,
  settleSteps,
  shiftFrom,
} from "../../detect/level_change.ts";
import { rebase, type ScoreOf } from "../../detect/rebase.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import type { Detector } from "../store/detector.ts";

/** How a reconstructed table is judged against levels that moved. */
export interface RebaseTableOptions {
  /** What was learned. */
  readonly detector: Pick<Detector, "features" | "intervalMs" | "window">;
  /** Scores distances, in thresholds. */
  readonly scoreOf: ScoreOf;
}

/** What is expected of a table, and how far off it is, at the levels in force. */
export interface RebasedTable extends Distances {
  /** In order of the steps that are first judged against them. */
  readonly changes: readonly LevelChange[];
}

/**
 * Moves what is expected to where features have moved for good.
 *
 * @param reconstructed Expected values in units, which are moved in place, and
 *   scaled distances.
 * @param table The table, with the detector's features.
 * @param options The detector, and how distances are scored.
 * @returns Expected values, distances, and the changes.
 */
export function rebaseTable(
  { expected, distance: learned }: Distances,
  { imputed }: Pick<MetricTable, "imputed">,
  { detector, scoreOf }: RebaseTableOptions,
): RebasedTable {
  const { features } = detector;
  const { distance, changes } = rebase({
    distance: learned,
    imputed,
    scales: features.map(({ scale }) => scale),
    settle: settleSteps(detector),
  }, scoreOf);
  for (const change of changes) {
    const by = (change.to - change.from) * features[change.feature]!.range;
    shiftFrom(expected, change, { features: features.length, by });
  }
  return { expected, distance, changes };
}

/**
 * Tells changes in the steps of a table without its first ones.
 *
 * @param warmup How many steps the table loses.
 * @param changes Changes of the whole table.
 * @returns Those from which on a step that is left is judged anew.
 */
export function changesAfter(
  warmup: number,
  changes: readonly LevelChange[],
): LevelChange[] {
  return changes.filter(({ at }) => at > warmup).map((change) => ({
    ...change,
    since: Math.max(0, change.since - warmup),
    settled: Math.max(0, change.settled - warmup),
    at: change.at - warmup,
  }));
}

import {
  type LevelChange,
  settleSteps,
} from "../../detect/levels/level_change.ts";
import { makeRebaser, type Rebaser } from "../../detect/levels/rebase.ts";
import type { Detector } from "../store/detector.ts";
import { partSteps } from "./reconstruct_table.ts";
import { type ScoringDetector, scoringParameters } from "./score_next.ts";

/** What decides how steps are judged. */
export interface RebaserOptions {
  /** What was learned. */
  readonly detector: ScoringDetector & Pick<Detector, "window">;
  /** The score that alarms: only what alarms is taken for another level. */
  readonly threshold: number;
}

/**
 * Makes what judges a detector's steps, and remembers them: against the levels at
 * which its features have come to stand. The network is given their values moved
 * back to where it knows them, and what it expects is moved along.
 *
 * @param options Detector and threshold.
 * @returns The rebaser, at the beginning of a series.
 */
export function rebaserOf({ detector, threshold }: RebaserOptions): Rebaser {
  const { features } = detector;
  return makeRebaser({
    ...scoringParameters(detector),
    ...{ threshold, settle: settleSteps(detector) },
    mostSteps: partSteps(features.length),
    medians: features.map(({ median, min, range }) => (median - min) / range),
  });
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

import { isoTime } from "../frame/iso_time.ts";
import { type MetricTable, stepTime } from "../frame/metric_table.ts";

/** A feature with measured values outside the range that the network was fitted to. */
export interface OutsideTraining {
  /** The feature's name. */
  readonly feature: string;
  /** The unit of all values. */
  readonly unit: string;
  /** Smallest value in the fit part of training. */
  readonly min: number;
  /** Largest value in the fit part of training. */
  readonly max: number;
  /** Measured steps below `min` or above `max`. */
  readonly steps: number;
  /** Their share of the measured steps. */
  readonly share: number;
  /** Smallest value that was measured. */
  readonly lowest: number;
  /** Largest value that was measured. */
  readonly highest: number;
  /** The first of these steps, ISO 8601 UTC. */
  readonly firstAt: string;
}

/** What a feature was in training, in its unit. */
export interface LearnedRange {
  /** The feature's name. */
  readonly feature: string;
  /** Its smallest value. */
  readonly min: number;
  /** Its largest value. */
  readonly max: number;
}

/**
 * Finds features that were measured outside what the model learned from, where
 * its expectation is a guess. What was filled in does not count.
 *
 * @param table The scored table.
 * @param ranges What each feature was in training.
 * @returns Those features, by falling share of their measured steps.
 */
export function outsideTraining(
  table: MetricTable,
  ranges: readonly LearnedRange[],
): OutsideTraining[] {
  return ranges
    .flatMap((range) => outside(table, range))
    .sort((a, b) => b.share - a.share);
}

function outside(table: MetricTable, range: LearnedRange): OutsideTraining[] {
  const { metrics, values, imputed, steps: all } = table;
  const { feature, min, max } = range;
  const f = metrics.findIndex(({ name }) => name === feature);
  if (f < 0) return [];
  const [low, high] = [Math.fround(min), Math.fround(max)];
  let [measured, steps, first] = [0, 0, 0];
  let [lowest, highest] = [Infinity, -Infinity];
  for (let t = 0; t < all; t++) {
    const i = t * metrics.length + f;
    const value = values[i]!;
    if (Number.isNaN(value) || imputed[i] === 1) continue;
    measured++;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
    if (value >= low && value <= high) continue;
    if (steps === 0) first = t;
    steps++;
  }
  if (steps === 0) return [];
  const firstAt = isoTime(stepTime(table, first));
  const share = steps / measured;
  const { unit } = metrics[f]!;
  return [
    { feature, unit, min, max, steps, share, lowest, highest, firstAt },
  ];
}

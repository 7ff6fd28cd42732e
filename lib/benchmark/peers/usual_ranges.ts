import { quantile } from "../../detect/quantile.ts";
import type { MetricTable } from "../../frame/metric_table.ts";

/** The share of values below the usual range, and above it. */
const BEYOND = 0.01;

/**
 * The least width, in parts of the metric's range from minimum to maximum: one
 * that hardly ever moves would else be far outside at every rare job.
 */
const LEAST = 0.05;

/**
 * How far outside, in widths, still counts in full: enough to rank large
 * excursions, bounded so that one broken sensor does not hide all else.
 */
const FAR = 20;

/**
 * Learns where each metric usually is, from its 1st to its 99th percentile.
 *
 * @param train The table to learn from.
 * @returns Says of a table of the same metrics how far each value lies outside:
 *   row-major, shape `[steps, metrics]`, in widths of the range, from 0 (inside)
 *   to 20; a missing value gives 0, which says nothing.
 */
export function fitUsualRanges(
  train: MetricTable,
): (table: MetricTable) => Float64Array {
  const width = train.metrics.length;
  const ranges = train.metrics.map((_, m) => {
    const sorted = Float64Array.from(
      { length: train.steps },
      (_, t) => train.values[t * width + m]!,
    ).filter(Number.isFinite).sort();
    const low = quantile(sorted, BEYOND);
    const high = quantile(sorted, 1 - BEYOND);
    const whole = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
    return { low, high, width: Math.max(high - low, LEAST * whole) || 1 };
  });
  return (table) =>
    Float64Array.from(table.values, (value, i) => {
      const { low, high, width: unit } = ranges[i % width]!;
      const outside = Math.max(0, value - high, low - value) / unit;
      return Number.isNaN(outside) ? 0 : Math.min(FAR, outside);
    });
}

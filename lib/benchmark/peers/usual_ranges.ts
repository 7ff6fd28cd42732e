import { excessOver, fitUsualRange } from "../../detect/usual_range.ts";
import type { MetricTable } from "../../frame/metric_table.ts";

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
  const ranges = train.metrics.map((_, m) =>
    fitUsualRange(Float64Array.from(
      { length: train.steps },
      (_, t) => train.values[t * width + m]!,
    ))
  );
  return (table) =>
    Float64Array.from(table.values, (value, i) => {
      const outside = excessOver(value, ranges[i % width]!);
      return Number.isNaN(outside) ? 0 : Math.min(FAR, outside);
    });
}

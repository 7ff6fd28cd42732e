import { quantile } from "../../detect/quantile.ts";
import type { MetricTable } from "../../frame/metric_table.ts";

/** How far a value lies from the middle, at most, in robust spreads. */
const FAR = 10;

/** The least spread, in parts of the metric's scale. */
const LEAST = 0.01;

/** Learned of each metric. */
interface Spread {
  readonly median: number;
  readonly spread: number;
}

/**
 * Learns robust scaling: `clip((x − median) / s, ±10)` with `s` the largest of half
 * of train's range from 1 % to 99 %, train's standard deviation (with n), and 0.01
 * of the scale. The scale is 1 where all of train lies in [0, 1], as the publishers
 * of SMD and ASD scaled it, else the metric's range in train (its size, or 1, where
 * it is constant).
 *
 * @param train The table to learn from.
 * @returns Scales a table of the same metrics: row-major, shape `[steps, metrics]`;
 *   a missing value becomes 0, which says nothing.
 */
export function fitRobustScale(
  train: MetricTable,
): (table: MetricTable) => Float64Array {
  const width = train.metrics.length;
  const isUnit = train.values.every((value) => !(value < 0 || value > 1));
  const spreads = train.metrics.map((_, m) => {
    const column = Float64Array.from(
      { length: train.steps },
      (_, t) => train.values[t * width + m]!,
    ).filter(Number.isFinite).sort();
    return spreadOf(column, isUnit ? 1 : scaleOf(column));
  });
  return (table) =>
    Float64Array.from(table.values, (value, i) => {
      const { median, spread } = spreads[i % width]!;
      const z = (value - median) / spread;
      return Number.isNaN(z) ? 0 : Math.max(-FAR, Math.min(FAR, z));
    });
}

function spreadOf(sorted: Float64Array, scale: number): Spread {
  const mean = sorted.reduce((sum, x) => sum + x, 0) / sorted.length;
  const variance = sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0) /
    sorted.length;
  const halfRange = (quantile(sorted, 0.99) - quantile(sorted, 0.01)) / 2;
  return {
    median: quantile(sorted, 0.5),
    spread: Math.max(halfRange, Math.sqrt(variance), LEAST * scale),
  };
}

function scaleOf(sorted: Float64Array): number {
  const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
  return high - low || Math.abs(high) || 1;
}

import type { MetricTable } from "../frame/metric_table.ts";

/** One metric in numbers; measured values only. */
export interface MetricStats {
  /** Smallest value, NaN without any. */
  readonly min: number;
  /** The lower median, NaN without any. */
  readonly median: number;
  /** Largest value, NaN without any. */
  readonly max: number;
  /** Share of steps without a value. */
  readonly missingShare: number;
  /** Share of steps whose value was filled in. */
  readonly imputedShare: number;
}

/**
 * Counts and sorts one metric's values.
 *
 * @param table The table.
 * @param metric The metric's number.
 * @returns Its numbers.
 */
export function metricStats(table: MetricTable, metric: number): MetricStats {
  const { values, imputed, steps, metrics } = table;
  const measured = new Float32Array(steps);
  let count = 0;
  let missing = 0;
  for (let t = 0; t < steps; t++) {
    const at = t * metrics.length + metric;
    if (Number.isNaN(values[at]!)) missing++;
    else if (imputed[at] === 0) measured[count++] = values[at]!;
  }
  const sorted = measured.subarray(0, count).sort();
  return {
    min: sorted[0] ?? NaN,
    median: sorted[Math.floor((count - 1) / 2)] ?? NaN,
    max: sorted[count - 1] ?? NaN,
    missingShare: steps === 0 ? 0 : missing / steps,
    imputedShare: steps === 0 ? 0 : (steps - missing - count) / steps,
  };
}

/**
 * Gives the share of a metric's steps whose value was filled in, without looking
 * at the values.
 *
 * @param table The table.
 * @param metric The metric's number.
 * @returns The share, in [0, 1].
 */
export function imputedShare(table: MetricTable, metric: number): number {
  const { values, imputed, steps, metrics } = table;
  let filled = 0;
  for (let t = 0; t < steps; t++) {
    const at = t * metrics.length + metric;
    if (imputed[at] !== 0 && !Number.isNaN(values[at]!)) filled++;
  }
  return steps === 0 ? 0 : filled / steps;
}

import type { TrendSeries } from "../../chart/trend_series.ts";
import type { StepRange } from "../../frame/metric_table.ts";

/** What is between the first and the last of some steps. */
export interface Extent {
  /** Smallest value; NaN where there is none. */
  readonly low: number;
  /** Mean of the values; NaN where there is none. */
  readonly mean: number;
  /** Largest value; NaN where there is none. */
  readonly high: number;
}

/**
 * Sums up a part of a series.
 *
 * @param values One value a step; NaN where there is none.
 * @param range The part's steps.
 * @returns Its smallest, mean and largest value.
 */
export function extentOf(
  values: ArrayLike<number>,
  { start, end }: StepRange,
): Extent {
  let [low, high, sum, count] = [NaN, NaN, 0, 0];
  for (let t = start; t < end; t++) {
    const value = values[t]!;
    if (Number.isNaN(value)) continue;
    if (!(value >= low)) low = value;
    if (!(value <= high)) high = value;
    sum += value;
    count++;
  }
  return { low, mean: sum / count, high };
}

/**
 * Gives the numbers between which a metric and its expected band lie.
 *
 * @param series The metric.
 * @param range The steps that are looked at.
 * @returns The ends of each; NaN where there is none.
 */
export function seriesEnds(
  { values, expected }: TrendSeries,
  range: StepRange,
): number[] {
  return [values, ...(expected ? [expected.low, expected.high] : [])]
    .map((part) => extentOf(part, range))
    .flatMap(({ low, high }) => [low, high]);
}

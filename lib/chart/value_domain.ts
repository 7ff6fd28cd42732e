import type { StepRange } from "../frame/metric_table.ts";
import type { TrendSeries } from "./trend_series.ts";

/** Share of the extent that is left free at each end. */
const PAD = 0.06;

/**
 * Finds the values that an axis must hold: the measured ones and the expected
 * band, with some room, but no room below zero where nothing is negative.
 *
 * @param series The metric.
 * @param range Half-open steps.
 * @returns Smallest and largest value of the axis, in the metric's unit; `[0, 1]` without any value.
 */
export function valueDomain(
  { values, expected }: Pick<TrendSeries, "values" | "expected">,
  range: StepRange,
): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let t = range.start; t < range.end; t++) {
    for (const value of [values[t]!, expected?.low[t], expected?.high[t]]) {
      if (value === undefined) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low > high) return [0, 1];
  const pad = low === high ? Math.abs(low) * 0.1 || 1 : PAD * (high - low);
  return [low >= 0 ? Math.max(0, low - pad) : low - pad, high + pad];
}

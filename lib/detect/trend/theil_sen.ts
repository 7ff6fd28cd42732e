import { median } from "./block_medians.ts";
import { kendall } from "./kendall.ts";
import { hamedRaoFactor } from "./hamed_rao.ts";

/** A straight line through a series that outliers do not bend. */
export interface TheilSen {
  /** Median of the slopes of all pairs, values a unit of time. */
  readonly slope: number;
  /** Ends of the slope's confidence interval. */
  readonly interval: readonly [low: number, high: number];
  /** Median time and median value: the line goes through it, at any slope. */
  readonly middle: { readonly time: number; readonly value: number };
  /** How surely there is a trend, in standard deviations; its sign is the slope's. */
  readonly z: number;
}

/** How the interval is made. */
export interface TheilSenOptions {
  /** Half width of the interval in standard deviations. @default {1.96} */
  readonly deviations?: number;
  /** Whether values depend on those before them. @default {"autocorrelated"} */
  readonly values?: "autocorrelated" | "independent";
}

/** Two-sided 95 % of a normal distribution. */
const DEVIATIONS = 1.959963984540054;

/**
 * Fits a line as the median of the slopes of all pairs, with an interval from
 * the variance of Kendall's statistic, wider where values are autocorrelated.
 *
 * Sources: Theil (1950); Sen, "Estimates of the Regression Coefficient Based on
 * Kendall's Tau", JASA 63 (1968); for autocorrelation {@linkcode hamedRaoFactor}.
 *
 * @param times Ascending, in any unit.
 * @param values One a time, all finite; at least two.
 * @param options Width of the interval.
 * @returns Slope, interval, and how surely there is a trend.
 *
 * @example Usage
 * ```ts
 * import { theilSen } from "@lib/detect/trend/theil_sen.ts";
 * import assert from "node:assert/strict";
 *
 * const line = theilSen([0, 1, 2, 3, 4], [10, 8, 6, 99, 2]);
 * assert.equal(line.slope, -2);
 * ```
 */
export function theilSen(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  options: TheilSenOptions = {},
): TheilSen {
  const slopes = pairSlopes(times, values).sort();
  const slope = median(slopes);
  const factor = options.values === "independent"
    ? 1
    : hamedRaoFactor(Float64Array.from(
      { length: values.length },
      (_, i) => values[i]! - slope * times[i]!,
    ));
  const { s, variance } = kendall(values);
  const deviation = Math.sqrt(variance * factor);
  const half = (options.deviations ?? DEVIATIONS) * deviation;
  const last = slopes.length - 1;
  // The same ranks as scipy.stats.theilslopes.
  const low = Math.max(0, halfToEven((slopes.length - half) / 2) - 1);
  const high = Math.min(last, halfToEven((slopes.length + half) / 2));
  return {
    slope,
    interval: [slopes[low]!, slopes[high]!],
    middle: {
      time: median(Float64Array.from(times)),
      value: median(Float64Array.from(values)),
    },
    z: deviation > 0 ? (s - Math.sign(s)) / deviation : 0,
  };
}

function pairSlopes(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
): Float64Array {
  const n = times.length;
  const slopes = new Float64Array(n * (n - 1) / 2);
  let pair = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      slopes[pair++] = (values[j]! - values[i]!) / (times[j]! - times[i]!);
    }
  }
  return slopes;
}

/** As numpy rounds: halves to the even neighbour. */
function halfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

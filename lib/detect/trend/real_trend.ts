import { persistence } from "./persistence.ts";
import { slopeError } from "./slope_error.ts";
import { type TheilSen, theilSen } from "./theil_sen.ts";

/** Standard deviations from which on Kendall's statistic is no chance: fewer than seven values never reach it. */
const LEAST_DEVIATIONS = 3;

/** Student's t from which on a series is taken to go one way. */
const LEAST_PERSISTENCE = 4;

/** Slope of the last third over that of all: what has ended or speeds up is no line. */
const STRAIGHT = [0.5, 2] as const;

/** Two-sided 95 % of a normal distribution. */
const HALF_WIDTH = 1.959963984540054;

/**
 * Fits a line and says whether it is more than a wander: its direction is
 * significant with autocorrelation reckoned in, it goes on steadily from part to
 * part, its last third goes on alike, and its whole 95 % interval has one sign.
 *
 * @param times Ascending.
 * @param values One a time, all finite.
 * @returns The line, or `null` where the trend is not real.
 */
export function realTrend(
  times: Float64Array,
  values: Float64Array,
): TheilSen | null {
  const n = values.length;
  if (Math.abs(persistence(values)) < LEAST_PERSISTENCE) return null;
  const line = theilSen(times, values);
  if (Math.abs(line.z) < LEAST_DEVIATIONS) return null;
  const third = n - Math.max(3, Math.floor(n / 3));
  const last = theilSen(times.subarray(third), values.subarray(third));
  const going = last.slope / line.slope;
  if (!(going >= STRAIGHT[0] && going <= STRAIGHT[1])) return null;
  const [low, high] = widened(line, times, values);
  return low * high > 0 ? { ...line, interval: [low, high] } : null;
}

/** Sen's interval, or that of the slope's error where it is wider. */
function widened(
  { slope, interval: [low, high] }: TheilSen,
  times: Float64Array,
  values: Float64Array,
): [number, number] {
  const residuals = values.map((value, i) => value - slope * times[i]!);
  const half = HALF_WIDTH * slopeError(times, residuals);
  return [Math.min(low, slope - half), Math.max(high, slope + half)];
}

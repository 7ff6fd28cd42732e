import type { StepRange } from "../../frame/metric_table.ts";

/** More values than this say no more about quantiles, and take longer to sort. */
const MOST_VALUES = 100_000;

/** Where a normal distribution has its upper quartile and decile. */
const QUARTILE = 0.6745;
const DECILE = 1.2816;

/** Where a metric usually is. */
export interface UsualSpread {
  /** Its median. */
  readonly median: number;
  /** Robust spread above the median, in place of a standard deviation. */
  readonly above: number;
}

/**
 * Measures where a metric usually is and how far it usually goes above: the larger
 * of what its upper quartile and its upper decile make of a normal distribution, so
 * that tails that are heavier than that count.
 *
 * @param values Values, NaN where there is none, shape `[steps]`.
 * @param without Steps that do not count; none by default.
 * @returns Median and spread; NaN where there is no value.
 */
export function usualSpread(
  values: Float32Array,
  without: StepRange = { start: 0, end: 0 },
): UsualSpread {
  const stride = Math.ceil(values.length / MOST_VALUES);
  const sample = new Float32Array(Math.ceil(values.length / stride));
  let count = 0;
  for (let t = 0; t < values.length; t += stride) {
    const isOut = t >= without.start && t < without.end;
    if (!isOut && Number.isFinite(values[t])) sample[count++] = values[t]!;
  }
  const sorted = sample.subarray(0, count).sort();
  // The nearest rank: of this many values another definition is no other number.
  const at = (q: number) => sorted[Math.round(q * (count - 1))] ?? NaN;
  const median = at(0.5);
  return {
    median,
    above: Math.max(
      (at(0.75) - median) / QUARTILE,
      (at(0.9) - median) / DECILE,
    ),
  };
}

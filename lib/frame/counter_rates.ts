import { medianDifference } from "./grid_interval.ts";

/** A counter of 32 bits begins anew here. */
const WRAP = 2 ** 32;

/** A fall from the last to the first tenth of 32 bits is a wrap, else a reset. */
const WRAP_SHARE = 0.1;

/** Samples further apart than this many median distances have no rate. */
const MAX_DISTANCES = 4;

/**
 * Turns samples of a counter into rates per second: the increase since the
 * sample before it over the time between.
 *
 * A falling counter was reset, and has since risen from 0 to its value, as
 * Prometheus has it (`rate()`); or it wrapped, where it never passes 32 bits
 * and falls from their last tenth to their first. The first sample has no rate,
 * nor has one after more than four median distances: a rate over a gap says
 * nothing of any moment in it.
 *
 * @param times Milliseconds, strictly increasing, shape `[rows]`.
 * @param values The counter, NaN where it was not read, shape `[rows]`.
 * @returns Rates per second, NaN where there is none, shape `[rows]`.
 *
 * @example Usage
 * ```ts
 * import { counterRates } from "@lib/frame/counter_rates.ts";
 * import assert from "node:assert/strict";
 *
 * const times = Float64Array.of(0, 10_000, 20_000);
 * const rates = counterRates(times, Float64Array.of(100, 150, 20));
 * assert.deepEqual([...rates], [NaN, 5, 2]);
 * ```
 */
export function counterRates(
  times: Float64Array,
  values: Float64Array,
): Float64Array {
  const rates = new Float64Array(values.length).fill(NaN);
  if (values.length < 2) return rates;
  const is32 = values.every((value) => Number.isNaN(value) || value < WRAP);
  const known = times.filter((_, row) => !Number.isNaN(values[row]));
  const longest = known.length < 2
    ? 0
    : MAX_DISTANCES * medianDifference(known);
  let before = -1;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (Number.isNaN(value)) continue;
    const distance = (times[row] ?? NaN) - (times[before] ?? NaN);
    if (before >= 0 && distance <= longest) {
      const last = values[before] ?? NaN;
      rates[row] = increase(last, value, is32) / (distance / 1000);
    }
    before = row;
  }
  return rates;
}

function increase(from: number, to: number, is32: boolean): number {
  if (to >= from) return to - from;
  const wraps = is32 && from >= (1 - WRAP_SHARE) * WRAP &&
    to < WRAP_SHARE * WRAP;
  return wraps ? to + WRAP - from : to;
}

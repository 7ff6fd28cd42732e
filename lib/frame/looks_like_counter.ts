/** Fewer values say nothing. */
const LEAST_VALUES = 100;

/** A counter rises in this share of its samples at least. */
const RISES = 0.5;

/** Samples a reset, at most one reset. */
const SAMPLES_A_RESET = 1000;

/**
 * Tells whether a column looks like a counter that nobody turned into a rate:
 * it rises in most of its samples and never falls, but for a reset, to less than
 * a tenth, in a thousand samples.
 *
 * @param values One value a row in order of time, NaN where there is none.
 * @returns Whether it does.
 */
export function looksLikeCounter(values: Float64Array): boolean {
  let [count, rises, resets] = [0, 0, 0];
  let last = NaN;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value < 0) return false;
    if (value > last) rises++;
    else if (value < last) {
      if (value > last / 10) return false;
      resets++;
    }
    last = value;
    count++;
  }
  return count >= LEAST_VALUES && rises >= RISES * count &&
    resets <= Math.ceil(count / SAMPLES_A_RESET);
}

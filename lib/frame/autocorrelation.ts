import { pearson } from "./pearson.ts";

/**
 * Correlates a series with itself a number of steps later: what repeats every
 * `n` steps has a peak at `n`.
 *
 * A lag's correlation is Pearson's over the pairs of which both values are
 * there, each side with its own mean and spread.
 *
 * @param values One value a step; NaN where there is none.
 * @param maxLag Largest lag, in steps.
 * @returns Correlation by lag, in [−1, 1], shape `[maxLag + 1]`; NaN where fewer
 *   than three pairs are there or one side does not vary.
 *
 * @example Usage
 * ```ts
 * import { autocorrelation } from "@lib/frame/autocorrelation.ts";
 * import assert from "node:assert/strict";
 *
 * const everyThird = [1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0];
 * const byLag = autocorrelation(everyThird, 3);
 * assert.equal(byLag[3]!.toFixed(6), "1.000000");
 * assert.ok(byLag[1]! < 0);
 * ```
 */
export function autocorrelation(
  values: ArrayLike<number>,
  maxLag: number,
): Float64Array {
  const series = Float64Array.from(values);
  return Float64Array.from(
    { length: maxLag + 1 },
    (_, lag) =>
      pearson(
        series.subarray(0, Math.max(0, series.length - lag)),
        series.subarray(lag),
      ),
  );
}

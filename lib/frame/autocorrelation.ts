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
  return Float64Array.from(
    { length: maxLag + 1 },
    (_, lag) => atLag(values, lag),
  );
}

function atLag(values: ArrayLike<number>, lag: number): number {
  const pairs = values.length - lag;
  let [count, sumX, sumY] = [0, 0, 0];
  for (let t = 0; t < pairs; t++) {
    const x = values[t]!;
    const y = values[t + lag]!;
    if (Number.isNaN(x + y)) continue;
    count++;
    sumX += x;
    sumY += y;
  }
  if (count < 3) return NaN;
  const [meanX, meanY] = [sumX / count, sumY / count];
  let [xx, yy, xy] = [0, 0, 0];
  for (let t = 0; t < pairs; t++) {
    const x = values[t]! - meanX;
    const y = values[t + lag]! - meanY;
    if (Number.isNaN(x + y)) continue;
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : NaN;
}

/**
 * Correlates two series: Pearson's, over the positions at which both have a
 * value.
 *
 * @param one Values; NaN where there is none.
 * @param other As many values.
 * @returns In [−1, 1]; NaN where fewer than three pairs are there or one side
 *   does not vary.
 *
 * @example Usage
 * ```ts
 * import { pearson } from "@lib/frame/pearson.ts";
 * import assert from "node:assert/strict";
 *
 * const rising = Float64Array.of(1, 2, NaN, 4);
 * const falling = Float64Array.of(9, 8, 1, 6);
 * assert.equal(pearson(rising, falling).toFixed(6), "-1.000000");
 * ```
 */
export function pearson(one: Float64Array, other: Float64Array): number {
  let [count, sumX, sumY] = [0, 0, 0];
  for (let t = 0; t < one.length; t++) {
    const x = one[t] ?? NaN;
    const y = other[t] ?? NaN;
    if (Number.isNaN(x + y)) continue;
    count++;
    sumX += x;
    sumY += y;
  }
  if (count < 3) return NaN;
  const [meanX, meanY] = [sumX / count, sumY / count];
  // Means first, then deviations: no digits are lost for values far from zero.
  let [xx, yy, xy] = [0, 0, 0];
  for (let t = 0; t < one.length; t++) {
    const x = (one[t] ?? NaN) - meanX;
    const y = (other[t] ?? NaN) - meanY;
    if (Number.isNaN(x + y)) continue;
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  if (xx === 0 || yy === 0) return NaN;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

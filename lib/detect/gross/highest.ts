/**
 * Finds the highest value.
 *
 * @param heights Values, NaN where there is none, shape `[steps]`.
 * @returns Its step, the first of equal ones; -1 where there is no value.
 */
export function highest(heights: Float32Array): number {
  let best = -1;
  let top = -Infinity;
  for (let t = 0; t < heights.length; t++) {
    if (!(heights[t]! > top)) continue;
    top = heights[t]!;
    best = t;
  }
  return best;
}

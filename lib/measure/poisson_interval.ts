/** Half of what lies outside an interval of 95 %. */
const TAIL = 0.025;

/**
 * Gives the counts that a rate allows: the central 95 % interval of a Poisson
 * distribution. Fewer or more are seen in at most one of forty such times each.
 *
 * @param mean Counts that are expected, at least 0.
 * @returns Smallest and largest count, as `scipy.stats.poisson.interval(0.95)`.
 *
 * @example Usage
 * ```ts
 * import { poissonInterval } from "@lib/measure/poisson_interval.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(poissonInterval(14), [7, 22]);
 * ```
 */
export function poissonInterval(
  mean: number,
): readonly [low: number, high: number] {
  if (mean === 0) return [0, 0];
  // By logarithms: exp(−mean) alone is 0 from a mean of 746 on.
  let [count, log, below] = [0, -mean, Math.exp(-mean)];
  const upTo = (share: number) => {
    while (below < share) {
      count++;
      log += Math.log(mean / count);
      below += Math.exp(log);
    }
    return count;
  };
  return [upTo(TAIL), upTo(1 - TAIL)];
}

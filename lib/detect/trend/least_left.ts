import { blockMedians } from "./block_medians.ts";
import type { LimitedSeries } from "./limited_series.ts";

/**
 * Tells how near to its limit a metric has been in normal time: the least of
 * its blocks' medians.
 *
 * @param series The metric.
 * @param block Steps of a block.
 * @returns A function that gives, for the steps before one, the least that was
 *   left; `null` where nothing is known of the time before.
 */
export function leastLeft(
  { left, abnormal, leastBefore }: LimitedSeries,
  block: number,
): (until: number) => number | null {
  const normal = left.slice();
  for (const { start, end } of abnormal) normal.fill(NaN, start, end);
  let least = leastBefore ?? Infinity;
  const soFar = blockMedians(normal, block).map((value) =>
    least = value < least ? value : least
  );
  return (until) => {
    const value = soFar[Math.floor(until / block) - 1] ?? leastBefore;
    return value === null || value === Infinity ? null : value;
  };
}

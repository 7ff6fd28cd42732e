/** Kendall's statistic of a series against its order. */
export interface Kendall {
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** Variance of `s` where the values are independent and have no trend. */
  readonly variance: number;
}

/**
 * Counts how much a series rises or falls as a whole, with the variance of that
 * count under independence, ties considered.
 *
 * Source: Kendall, "Rank Correlation Methods", 4th ed. (1975), ch. 4; as the
 * Mann–Kendall test of trend.
 *
 * @param values Values in order of time, all finite.
 * @returns The statistic and its variance.
 *
 * @example Usage
 * ```ts
 * import { kendall } from "@lib/detect/trend/kendall.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(kendall([1, 2, 3, 4]).s, 6);
 * assert.equal(kendall([4, 3, 2, 2]).s, -5);
 * ```
 */
export function kendall(values: ArrayLike<number>): Kendall {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) s += Math.sign(values[j]! - values[i]!);
  }
  const ties = Map.groupBy(Array.from(values), (value) => value).values();
  const spread = (count: number) => count * (count - 1) * (2 * count + 5);
  let tied = 0;
  for (const { length } of ties) tied += spread(length);
  return { s, variance: (spread(n) - tied) / 18 };
}

import type { M4Options } from "./m4.ts";

/** One corner pair of a band. */
export interface BandPoint {
  /** The step; a bucket has its first and its last. */
  readonly step: number;
  /** Lower edge, NaN where there is none. */
  readonly low: number;
  /** Upper edge, NaN where there is none. */
  readonly high: number;
}

/**
 * Thins a band to what drawing all of it would show: over each bucket the
 * lowest lower and the highest upper edge.
 *
 * @param low Lower edge a step; NaN where there is none.
 * @param high Upper edge a step, as long as `low`.
 * @param options Range and buckets, as for {@linkcode m4}.
 * @returns Corner pairs in ascending order of steps, at most 2 a bucket, or one a step where there are no more than 4 a bucket.
 */
export function envelope(
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  options: M4Options,
): BandPoint[] {
  const { buckets, range = { start: 0, end: low.length } } = options;
  const length = range.end - range.start;
  if (length <= 4 * buckets) {
    return Array.from({ length }, (_, i) => {
      const step = range.start + i;
      return { step, low: low[step]!, high: high[step]! };
    });
  }
  return Array.from({ length: buckets }, (_, b) => {
    const start = range.start + Math.floor((b * length) / buckets);
    const end = range.start + Math.floor(((b + 1) * length) / buckets);
    let lowest = NaN;
    let highest = NaN;
    for (let t = start; t < end; t++) {
      if (!(low[t]! >= lowest) && !Number.isNaN(low[t]!)) lowest = low[t]!;
      if (!(high[t]! <= highest) && !Number.isNaN(high[t]!)) highest = high[t]!;
    }
    const edges = { low: lowest, high: highest };
    return [{ step: start, ...edges }, { step: end - 1, ...edges }];
  }).flat();
}

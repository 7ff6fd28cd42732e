import type { TimeSpan } from "../frame/shared_time.ts";

/**
 * Counts how many of sorted numbers lie below one.
 *
 * @param sorted Numbers in rising order.
 * @param value The number.
 * @returns How many are smaller.
 */
export function countBelow(
  sorted: ArrayLike<number>,
  value: number,
): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Makes spans ready to be asked many times whether one of them touches a span:
 * a year of alarms is asked about hundreds of spans.
 *
 * @param spans The spans, in any order; they may overlap.
 * @returns Tells whether a span shares an instant with one of them.
 */
export function touchingAny(
  spans: readonly TimeSpan[],
): (span: TimeSpan) => boolean {
  const sorted = spans.filter(({ startMs, endMs }) => startMs <= endMs)
    .toSorted((a, b) => a.endMs - b.endMs);
  const ends = sorted.map(({ endMs }) => endMs);
  // The first start of all that end no earlier.
  const starts = sorted.map(({ startMs }) => startMs);
  for (let i = starts.length - 2; i >= 0; i--) {
    starts[i] = Math.min(starts[i]!, starts[i + 1]!);
  }
  return ({ startMs, endMs }) =>
    (starts[countBelow(ends, startMs)] ?? Infinity) <= endMs;
}

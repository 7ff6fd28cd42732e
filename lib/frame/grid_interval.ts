/** Lengths that people choose for a scrape, in milliseconds. */
const PLAIN_INTERVALS_MS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 20, 30].map((seconds) => seconds * 1000),
  ...[1, 2, 5, 10, 15, 20, 30].map((minutes) => minutes * 60_000),
  ...[1, 2, 3, 4, 6, 8, 12, 24].map((hours) => hours * 3_600_000),
];

/** A length this close to a plain one is taken for it: scrapes are never quite on time. */
const TOLERANCE = 0.02;

/**
 * Finds the interval of a series: the mean of the differences that are near
 * their median, rounded to a plain length where it is within 2 % of one, else
 * to whole seconds or milliseconds. Jitter averages out, gaps do not count.
 *
 * @param times Milliseconds, strictly increasing, at least two.
 * @returns Milliseconds, at least 1.
 *
 * @example Usage
 * ```ts
 * import { gridInterval } from "@lib/frame/grid_interval.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(gridInterval(Float64Array.of(0, 4980, 10010, 30000)), 5000);
 * ```
 */
export function gridInterval(times: Float64Array): number {
  const mean = meanDifference(times);
  const plain = PLAIN_INTERVALS_MS.find((length) => isNear(mean, length));
  if (plain !== undefined) return plain;
  const seconds = Math.round(mean / 1000) * 1000;
  if (isNear(mean, seconds)) return seconds;
  return Math.max(1, Math.round(mean));
}

/**
 * Gives the median difference of times; the lower one of an even number.
 *
 * @param times Milliseconds, strictly increasing, at least two.
 * @returns Milliseconds.
 */
export function medianDifference(times: Float64Array): number {
  const differences = times.slice(1);
  for (let row = 0; row < differences.length; row++) {
    differences[row] = (times[row + 1] ?? NaN) - (times[row] ?? NaN);
  }
  differences.sort();
  return differences[(differences.length - 1) >> 1] ?? NaN;
}

function meanDifference(times: Float64Array): number {
  const median = medianDifference(times);
  let [count, sum] = [0, 0];
  for (let row = 1; row < times.length; row++) {
    const difference = (times[row] ?? NaN) - (times[row - 1] ?? NaN);
    if (Math.abs(difference - median) > median / 2) continue;
    count++;
    sum += difference;
  }
  return sum / count;
}

function isNear(length: number, plain: number): boolean {
  return Math.abs(length - plain) <= TOLERANCE * plain;
}

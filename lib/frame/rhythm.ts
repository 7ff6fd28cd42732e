import { autocorrelation } from "./autocorrelation.ts";

/** How a series repeats. */
export interface Rhythm {
  /** Milliseconds from one lag to the next. */
  readonly lagMs: number;
  /** Correlation of the series with itself by lag, from lag 0. */
  readonly byLag: Float64Array;
  /** What repeats most clearly; `null` if nothing does. */
  readonly period: Period | null;
}

/** A repetition. */
export interface Period {
  /** Time after which the series repeats, milliseconds. */
  readonly ms: number;
  /** Correlation with itself after that time, in (0, 1]. */
  readonly correlation: number;
}

/** Points that are enough to see a rhythm; a longer series is averaged to fewer. */
const MOST_POINTS = 2000;

/** Repetitions that a series must hold for a period to be believed. */
const LEAST_REPETITIONS = 3;

/** Below this correlation a peak is taken for chance. */
const LEAST_CORRELATION = 0.3;

/** A peak of this share of the highest one is as good. */
const NEARLY = 0.8;

/**
 * Finds out after what time a series repeats, if it does.
 *
 * A period is a peak of the autocorrelation after its first fall below zero (a
 * series that only changes slowly is like itself a little later, too), and of
 * the peaks that are about as high as the highest, the first.
 *
 * @param values One value a step; NaN where there is none.
 * @param intervalMs Milliseconds from one step to the next.
 * @returns Its autocorrelation, and its period.
 *
 * @example Usage
 * ```ts
 * import { rhythm } from "@lib/frame/rhythm.ts";
 * import assert from "node:assert/strict";
 *
 * const job = Float32Array.from({ length: 60 }, (_, t) => t % 12 === 0 ? 1 : 0);
 * assert.equal(rhythm(job, 5000).period?.ms, 60_000);
 * ```
 */
export function rhythm(values: Float32Array, intervalMs: number): Rhythm {
  const size = Math.max(1, Math.ceil(values.length / MOST_POINTS));
  const points = size === 1 ? values : means(values, size);
  const maxLag = Math.floor(points.length / LEAST_REPETITIONS);
  const byLag = autocorrelation(points, maxLag);
  const lagMs = intervalMs * size;
  const lag = firstHighPeak(byLag);
  const period = lag === null
    ? null
    : { ms: lag * lagMs, correlation: byLag[lag]! };
  return { lagMs, byLag, period };
}

/** What repeats every 3 minutes also repeats every 6: the first good peak counts. */
function firstHighPeak(byLag: Float64Array): number | null {
  const fallen = byLag.findIndex((value) => value < 0);
  if (fallen < 0) return null;
  const peaks: number[] = [];
  for (let lag = fallen + 1; lag < byLag.length - 1; lag++) {
    const value = byLag[lag]!;
    const isPeak = value >= byLag[lag - 1]! && value >= byLag[lag + 1]!;
    if (isPeak && value >= LEAST_CORRELATION) peaks.push(lag);
  }
  const highest = Math.max(...peaks.map((lag) => byLag[lag]!));
  const first = peaks.find((lag) => byLag[lag]! >= NEARLY * highest);
  return first === undefined ? null : highestAround(first, byLag);
}

/** The top of a jagged peak: the highest lag within a tenth of the period. */
function highestAround(first: number, byLag: Float64Array): number {
  let best = first;
  for (let lag = first; lag <= first * 1.1 && lag < byLag.length - 1; lag++) {
    if (byLag[lag]! > byLag[best]!) best = lag;
  }
  return best;
}

/** Averages `size` steps into one, over those that have a value. */
function means(values: Float32Array, size: number): Float32Array {
  return Float32Array.from(
    { length: Math.ceil(values.length / size) },
    (_, point) => {
      const part = values.subarray(point * size, (point + 1) * size)
        .filter((value) => !Number.isNaN(value));
      return part.reduce((sum, value) => sum + value, 0) / part.length;
    },
  );
}

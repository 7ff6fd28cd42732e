import { quantileOfSorted } from "./quantile.ts";

/** Where a feature usually is, in its unit. */
export interface UsualRange {
  /** 1st percentile. */
  readonly low: number;
  /** 99th percentile. */
  readonly high: number;
  /** What excesses are measured by: from `low` to `high`, or a floor. */
  readonly width: number;
}

/** What else is known of a feature. */
export interface UsualRangeOptions {
  /**
   * How many times as wide as the range of its values that is in which it was seen
   * (`reaches()`).
   *
   * @default {1}
   */
  readonly reach?: number;
}

/** The share of values below the usual range, and above it. */
const BEYOND = 0.01;

/**
 * The least width, in parts of the range from minimum to maximum: a feature that
 * hardly ever moves would else be far outside at every rare job. Rare jobs may be
 * what was left out, so that the range may reach further than the values.
 */
const LEAST = 0.05;

/**
 * Learns where a feature usually is: from its 1st to its 99th percentile.
 *
 * @param values Its values; those that are not finite are passed over.
 * @param options How far it went where its values were left out.
 * @returns The range; its width is positive. Without a value it is [0, 0].
 *
 * @example Usage
 * ```ts
 * import { fitUsualRange } from "@lib/detect/usual_range.ts";
 * import assert from "node:assert/strict";
 *
 * const upTo100 = Array.from({ length: 101 }, (_, i) => i);
 * assert.deepEqual(fitUsualRange(upTo100), { low: 1, high: 99, width: 98 });
 * ```
 */
export function fitUsualRange(
  values: Iterable<number>,
  { reach = 1 }: UsualRangeOptions = {},
): UsualRange {
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort();
  if (sorted.length === 0) return { low: 0, high: 0, width: 1 };
  const low = quantileOfSorted(sorted, BEYOND);
  const high = quantileOfSorted(sorted, 1 - BEYOND);
  const whole = reach * (sorted.at(-1)! - sorted[0]!);
  return { low, high, width: Math.max(high - low, LEAST * whole) || 1 };
}

/**
 * Tells how far outside its usual range a value lies.
 *
 * @param value The value, in the feature's unit.
 * @param range The range.
 * @returns Widths of the range from its nearer end; 0 inside, NaN for NaN.
 *
 * @example Usage
 * ```ts
 * import { excessOver } from "@lib/detect/usual_range.ts";
 * import assert from "node:assert/strict";
 *
 * const range = { low: 0, high: 10, width: 10 };
 * assert.deepEqual([-5, 5, 30].map((x) => excessOver(x, range)), [0.5, 0, 2]);
 * ```
 */
export function excessOver(
  value: number,
  { low, high, width }: UsualRange,
): number {
  return Math.max(0, value - high, low - value) / width;
}

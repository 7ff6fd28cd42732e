import { quantile } from "./quantile.ts";

/** On which side of what is expected a feature stands. */
export type Side = 1 | -1;

/** This share of the values may lie beyond either end: an incident on top of a level. */
const STRAY = 0.1;

/** Both halves of the time must stand at the same level, in scales. */
const SAME = 0.5;

/** What a level is judged by. */
export interface LevelOptions {
  /** The feature's normal distance, in the unit of the values. */
  readonly scale: number;
  /** The side on which it is. */
  readonly side: Side;
}

/**
 * Tells the level at which values have settled: outside the feature's normal
 * distance on one side, spread no wider than it, and not on the way to somewhere.
 *
 * @param values Signed distances in order of time.
 * @param options The normal distance, and the side.
 * @returns Their median; `null` while they have not settled.
 *
 * @example Usage
 * ```ts
 * import { settledLevel } from "@lib/detect/settled_level.ts";
 * import assert from "node:assert/strict";
 *
 * const scale = 0.1;
 * assert.equal(settledLevel([0.5, 0.52, 0.5, 0.49], { scale, side: 1 }), 0.5);
 * assert.equal(settledLevel([0.2, 0.4, 0.6, 0.8], { scale, side: 1 }), null);
 * ```
 */
export function settledLevel(
  values: ArrayLike<number>,
  { scale, side }: LevelOptions,
): number | null {
  const sized = Float64Array.from(values, (value) => side * value);
  const low = quantile(sized, STRAY);
  if (!(low > scale)) return null;
  if (quantile(sized, 1 - STRAY) - low > 2 * scale) return null;
  const half = sized.length >> 1;
  const [before, after] = [sized.subarray(0, half), sized.subarray(half)]
    .map((part) => quantile(part, 0.5));
  if (Math.abs(after! - before!) > SAME * scale) return null;
  return side * quantile(sized, 0.5);
}

/** How far a feature may be from what is expected of it. */
export interface FeatureBand {
  /** Allowed distance between actual and expected, in the feature's unit. */
  readonly distance: number;
  /** No edge lies below, in the feature's unit; −Infinity where any may. */
  readonly least: number;
}

/**
 * Gives the edges of the expected band around a reconstruction: what a feature's
 * own threshold allows, not below 0 where the training data never was.
 *
 * @param expected The reconstruction, in the feature's unit; NaN where not scored.
 * @param band The feature's band.
 * @returns Its lower and its upper edge, rounded to float32; NaN for NaN.
 *
 * @example Usage
 * ```ts
 * import { expectedBand } from "@lib/detect/expected_band.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(expectedBand(1, { distance: 2, least: 0 }), [0, 3]);
 * ```
 */
export function expectedBand(
  expected: number,
  { distance, least }: FeatureBand,
): [low: number, high: number] {
  const edge = (value: number) => Math.fround(Math.max(least, value));
  return [edge(expected - distance), edge(expected + distance)];
}

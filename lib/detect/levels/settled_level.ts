import { quantile } from "../quantile.ts";

/** On which side of what is expected a feature stands. */
export type Side = 1 | -1;

/** This share of the values may lie beyond either end: an incident on top of a level. */
const STRAY = 0.1;

/** What a level is. */
export interface LevelOptions {
  /** The side on which it is. */
  readonly side: Side;
  /** It lies further out than this. */
  readonly beyond: number;
  /** Its values spread no wider than this. */
  readonly spread: number;
  /** Its two halves differ by no more than this. */
  readonly same: number;
}

/**
 * Tells the level at which values have settled: on one side, spread no wider than
 * they may be, and not on the way to somewhere.
 *
 * @param values Values in order of time.
 * @param options What a level is.
 * @returns Their median; `null` while they have not settled.
 *
 * @example Usage
 * ```ts
 * import { settledLevel } from "@lib/detect/levels/settled_level.ts";
 * import assert from "node:assert/strict";
 *
 * const up = { side: 1, beyond: 0.1, spread: 0.2, same: 0.05 } as const;
 * assert.equal(settledLevel([0.5, 0.52, 0.5, 0.49], up), 0.5);
 * assert.equal(settledLevel([0.2, 0.4, 0.6, 0.8], up), null);
 * ```
 */
export function settledLevel(
  values: ArrayLike<number>,
  { side, beyond, spread, same }: LevelOptions,
): number | null {
  const sized = Float64Array.from(values, (value) => side * value);
  const low = quantile(sized, STRAY);
  if (!(low > beyond)) return null;
  if (quantile(sized, 1 - STRAY) - low > spread) return null;
  const half = sized.length >> 1;
  const [before, after] = [sized.subarray(0, half), sized.subarray(half)]
    .map((part) => quantile(part, 0.5));
  if (Math.abs(after! - before!) > same) return null;
  return side * quantile(sized, 0.5);
}

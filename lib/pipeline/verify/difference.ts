/** Numbers that differ by no more than this, relatively, are the same. */
export const TOLERANCE = 1e-4;

/**
 * Scores and shares below this are compared as if they were so large: 0.01 of a
 * threshold is nothing, and engines differ in its last digits.
 */
export const FLOOR = 0.01;

/**
 * Tells how far two numbers are apart.
 *
 * @param a One.
 * @param b The other.
 * @param options What the difference is held against at least.
 * @returns Their difference over the larger of them; 0 where neither is a number,
 *   infinite where one is not.
 *
 * @example Usage
 * ```ts
 * import { difference } from "@lib/pipeline/verify/difference.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(difference(2, 1), 0.5);
 * assert.equal(difference(0.001, 0.002, { scale: 0.01 }), 0.1);
 * assert.equal(difference(NaN, NaN), 0);
 * ```
 */
export function difference(
  a: number,
  b: number,
  { scale = 0 }: { readonly scale?: number } = {},
): number {
  if (Object.is(a, b) || a === b) return 0;
  const distance = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), scale);
  return Number.isNaN(distance) ? Infinity : distance;
}

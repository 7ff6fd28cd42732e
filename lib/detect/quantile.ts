/**
 * Gives the quantile of the finite values, by linear interpolation between
 * closest ranks (type 7 of Hyndman & Fan, "Sample Quantiles in Statistical
 * Packages", The American Statistician 50 (1996); NumPy's default).
 *
 * @param values Values; those that are not finite are passed over.
 * @param q Which quantile, in [0, 1].
 * @returns The quantile, or NaN where there is no finite value.
 *
 * @example Usage
 * ```ts
 * import { quantile } from "@lib/detect/quantile.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(quantile([1, 2, 3, 4, NaN], 0.5), 2.5);
 * ```
 */
export function quantile(values: Iterable<number>, q: number): number {
  return quantileOfSorted(
    Float64Array.from(values).filter(Number.isFinite).sort(),
    q,
  );
}

/**
 * Gives the same of values that are finite and rise, without sorting them again.
 *
 * @param sorted Rising values.
 * @param q Which quantile, in [0, 1].
 * @returns The quantile, or NaN where there is no value.
 */
export function quantileOfSorted(sorted: Float64Array, q: number): number {
  if (sorted.length === 0) return NaN;
  const rank = q * (sorted.length - 1);
  const low = sorted[Math.floor(rank)]!;
  const high = sorted[Math.ceil(rank)]!;
  return low + (high - low) * (rank - Math.floor(rank));
}

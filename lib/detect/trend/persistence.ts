/** Parts that a stretch of time is cut into; fewer values are taken one by one. */
const PARTS = 8;

/** Parts without which changes cannot be compared. */
const LEAST_PARTS = 6;

/**
 * Tells how steadily a series goes one way: Student's t of the changes from one
 * part of the time to the next. One step up or down, a wander to and fro, a
 * sawtooth make changes that differ as much as they add up to; a leak makes
 * changes that are alike. Unlike a test on the values it takes a random walk,
 * whose steps do not know of each other, for what it is.
 *
 * @param values Values in order of time, all finite.
 * @returns t, with the sign of the change; 0 for fewer than 6 values, ±Infinity
 *   where all changes are the same.
 *
 * @example Usage
 * ```ts
 * import { persistence } from "@lib/detect/trend/persistence.ts";
 * import assert from "node:assert/strict";
 *
 * const step = Float64Array.from({ length: 32 }, (_, i) => i < 16 ? 5 : 3);
 * assert.ok(Math.abs(persistence(step)) < 1.5);
 * const leak = step.map((_, i) => 5 - i + (i % 3) / 10);
 * assert.ok(persistence(leak) < -20);
 * ```
 */
export function persistence(values: Float64Array): number {
  const n = values.length;
  const parts = n >= 2 * PARTS ? PARTS : n;
  if (parts < LEAST_PARTS) return 0;
  const levels = Array.from(
    { length: parts },
    (_, part) =>
      mean(values.subarray(
        Math.floor(part * n / parts),
        Math.floor((part + 1) * n / parts),
      )),
  );
  const changes = Float64Array.from(
    levels.slice(1),
    (level, i) => level - levels[i]!,
  );
  const middle = mean(changes);
  const variance = mean(changes.map((change) => (change - middle) ** 2));
  const error = Math.sqrt(variance / (changes.length - 1));
  if (error > 0) return middle / error;
  return middle === 0 ? 0 : Math.sign(middle) * Infinity;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

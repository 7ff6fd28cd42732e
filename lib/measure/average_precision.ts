/**
 * Measures how well scores rank labelled steps above others: AUC-PR as average
 * precision over points, the sum over thresholds of the gain in recall times
 * precision, without interpolation. Steps of one score are taken together.
 *
 * Source: scikit-learn's `average_precision_score()`.
 *
 * @param score The higher, the more abnormal, shape `[steps]`; NaN, a step
 *   without a score, ranks last.
 * @param label 1 where a step is labelled anomalous, shape `[steps]`.
 * @returns In [0, 1]; NaN where no step is labelled.
 *
 * @example Usage
 * ```ts
 * import { averagePrecision } from "@lib/measure/average_precision.ts";
 * import assert from "node:assert/strict";
 *
 * const label = Uint8Array.of(0, 1, 0, 1);
 * assert.equal(averagePrecision([0.1, 0.4, 0.2, 0.3], label), 1);
 * assert.equal(averagePrecision([1, 1, 1, 1], label), 0.5);
 * ```
 */
export function averagePrecision(
  score: ArrayLike<number>,
  label: Uint8Array,
): number {
  const ranked = Float64Array.from(
    score,
    (s) => Number.isNaN(s) ? -Infinity : s,
  );
  const order = Uint32Array.from(ranked.keys())
    .sort((a, b) => falling(ranked[a]!, ranked[b]!));
  const all = label.reduce((sum, one) => sum + one, 0);
  let [found, before, sum] = [0, 0, 0];
  order.forEach((t, i) => {
    found += label[t]!;
    const next = order[i + 1];
    if (next !== undefined && ranked[next] === ranked[t]) return;
    sum += (found - before) / all * (found / (i + 1));
    before = found;
  });
  return sum;
}

/** Not their difference, which is NaN for two of −Infinity. */
function falling(a: number, b: number): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

import type { StepRange } from "../frame/metric_table.ts";

/**
 * Chooses the steps outside the expected band that are marked: the worst of
 * each bucket.
 *
 * @param errors Distance over the feature's own threshold a step; 1 is at it.
 * @param options Range, and buckets of the range.
 * @returns Steps in ascending order, at most one a bucket.
 */
export function outsideSteps(
  errors: Float32Array,
  options: { readonly range: StepRange; readonly buckets: number },
): number[] {
  const { range, buckets } = options;
  const worst = new Map<number, number>();
  for (let t = range.start; t < range.end; t++) {
    if (!(errors[t]! >= 1)) continue;
    const bucket = Math.floor(
      ((t - range.start) * buckets) / (range.end - range.start),
    );
    const kept = worst.get(bucket);
    if (kept === undefined || errors[t]! > errors[kept]!) worst.set(bucket, t);
  }
  return [...worst.values()];
}

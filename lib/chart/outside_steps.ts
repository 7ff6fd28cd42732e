import type { StepRange } from "../frame/metric_table.ts";

/** Where a chart shows no more steps, each one outside is marked. */
const FEW_STEPS = 240;

/** Which steps are looked at, and how finely. */
export interface OutsideStepsOptions {
  /** Steps that the chart shows. */
  readonly range: StepRange;
  /** Equal parts of the range, each as wide as a mark. */
  readonly buckets: number;
}

/**
 * Chooses the steps outside the expected band that are marked: all of them where
 * the range is short. In a long one some stand closer than a bucket is wide; of
 * such a row the first one is kept, the worst one, and the worst of each bucket.
 *
 * @param errors Distance over the feature's own threshold a step; 1 is at it.
 * @param options Range, and buckets of the range.
 * @returns Steps in ascending order; of a long range about one a bucket.
 */
export function outsideSteps(
  errors: Float32Array,
  { range, buckets }: OutsideStepsOptions,
): number[] {
  const all = everyStepOutside(errors, range);
  const length = range.end - range.start;
  if (length <= FEW_STEPS) return all;
  const width = length / buckets;
  const kept = new Set(
    all.filter((t, i) => i === 0 || t - all[i - 1]! > width),
  );
  // The worst of a row is the worst of its bucket, or of one that it shares.
  const worst = new Map<number, number>();
  for (const t of all) {
    const bucket = Math.floor((t - range.start) / width);
    const before = worst.get(bucket);
    if (before === undefined || errors[t]! > errors[before]!) {
      worst.set(bucket, t);
    }
  }
  for (const t of worst.values()) kept.add(t);
  return [...kept].sort((a, b) => a - b);
}

/**
 * Lists the steps outside the expected band.
 *
 * @param errors Distance over the feature's own threshold a step; 1 is at it.
 * @param range Steps to look at.
 * @returns Steps in ascending order.
 */
export function everyStepOutside(
  errors: Float32Array,
  range: StepRange,
): number[] {
  const steps: number[] = [];
  for (let t = range.start; t < range.end; t++) {
    if (errors[t]! >= 1) steps.push(t);
  }
  return steps;
}

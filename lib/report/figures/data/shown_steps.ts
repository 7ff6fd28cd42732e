import { m4 } from "../../../chart/m4.ts";
import type { StepRange } from "../../../frame/metric_table.ts";

/** Rows of a figure's data that are all given; more are thinned as the chart is. */
export const MOST_STEPS = 5000;

/** What is thinned. */
export interface ShownStepsOptions {
  /** Steps that the chart shows. */
  readonly range: StepRange;
  /** Equal parts of them that the chart's lines are thinned to. */
  readonly buckets: number;
}

/**
 * Chooses the steps that a figure's data has: all of them up to
 * {@linkcode MOST_STEPS}, else those that the chart's lines are drawn through,
 * the first, lowest, highest and last of each bucket.
 *
 * @param lines The chart's lines, one value a step; NaN where there is none.
 * @param options Range and buckets, as for the chart.
 * @returns Steps, ascending.
 */
export function shownSteps(
  lines: readonly Float32Array[],
  { range, buckets }: ShownStepsOptions,
): number[] {
  const length = range.end - range.start;
  if (length <= MOST_STEPS) {
    return Array.from({ length }, (_, i) => range.start + i);
  }
  const steps = new Set(lines.flatMap((line) => m4(line, { range, buckets })));
  return [...steps].sort((a, b) => a - b);
}

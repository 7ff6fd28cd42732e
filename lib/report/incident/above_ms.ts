import type { StepRange } from "../../frame/metric_table.ts";

/**
 * Adds up how long the score was at its threshold: an incident may hold several
 * alarms, and the time between them.
 *
 * @param score The score of each step, in thresholds; shape `[steps]`.
 * @param range The incident's steps, and milliseconds from one step to the next.
 * @returns Milliseconds.
 */
export function aboveMs(
  score: ArrayLike<number>,
  { start, end, intervalMs }: StepRange & { readonly intervalMs: number },
): number {
  let steps = 0;
  for (let t = start; t < end; t++) {
    if (score[t]! >= 1) steps++;
  }
  return steps * intervalMs;
}

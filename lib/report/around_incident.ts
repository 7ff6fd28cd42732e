import type { StepRange } from "../frame/metric_table.ts";

/** Steps around a short incident at least. */
const LEAST_AROUND = 15;

/**
 * Widens an incident to what leads up to it and follows: twice its length
 * before, once after.
 *
 * @param incident The incident's steps.
 * @param steps Steps of the table.
 * @returns Steps within the table.
 */
export function aroundIncident(
  { start, end }: StepRange,
  steps: number,
): StepRange {
  const length = Math.max(LEAST_AROUND, end - start);
  return {
    start: Math.max(0, start - 2 * length),
    end: Math.min(steps, end + length),
  };
}

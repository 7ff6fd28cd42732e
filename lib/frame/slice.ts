import type { MetricTable, StepRange } from "./metric_table.ts";

/**
 * Cuts steps out of a table.
 *
 * @param table The table.
 * @param range The steps to keep, within the table.
 * @returns A table whose step 0 is the range's first, a view of the same values;
 *   gaps are clipped and moved along.
 */
export function sliceSteps(table: MetricTable, range: StepRange): MetricTable {
  const { start, end } = range;
  const width = table.metrics.length;
  return {
    ...table,
    startMs: table.startMs + start * table.intervalMs,
    steps: end - start,
    values: table.values.subarray(start * width, end * width),
    imputed: table.imputed.subarray(start * width, end * width),
    up: table.up.subarray(start, end),
    label: table.label?.subarray(start, end) ?? null,
    gaps: table.gaps
      .map((gap) => ({
        start: Math.max(gap.start, start) - start,
        end: Math.min(gap.end, end) - start,
      }))
      .filter((gap) => gap.start < gap.end),
  };
}

import { findGaps } from "./gaps.ts";
import type { LabelledSpan } from "./labelled_span.ts";
import type { MetricTable } from "./metric_table.ts";
import { stepsIn } from "./steps_in.ts";

/** A table with steps taken out of it. */
export interface LeftOut {
  /** The table, with a gap where steps were taken out. */
  readonly table: MetricTable;
  /** 1 where a step was taken out, shape `[steps]`. */
  readonly isOut: Uint8Array;
  /** The spans that took out a step. */
  readonly spans: readonly LabelledSpan[];
}

/**
 * Takes the steps of some spans out of a table, so that nothing is learned from
 * them: they become a gap, which no window spans. A step stands for the interval
 * that ends with it.
 *
 * @param table The table; it is not changed.
 * @param spans The spans, ends included.
 * @returns The table with gaps; the same table where no step lies in a span.
 *
 * @example Usage
 * ```ts
 * import { leaveOut } from "@lib/frame/leave_out.ts";
 * import { regularGrid } from "@lib/frame/regular_grid.ts";
 * import { readTable } from "@lib/source/read_table.ts";
 * import assert from "node:assert/strict";
 *
 * const sample = await readTable(["data/samples/server-1.test.parquet"]);
 * const { table, isOut } = leaveOut(regularGrid(sample), []);
 * assert.equal(isOut.length, table.steps);
 * ```
 */
export function leaveOut(
  table: MetricTable,
  spans: readonly LabelledSpan[],
): LeftOut {
  const isOut = new Uint8Array(table.steps);
  const used = spans.filter((span) => {
    const { start, end } = stepsIn(table, span);
    isOut.fill(1, start, end);
    return start < end;
  });
  if (used.length === 0) return { table, isOut, spans: used };
  const width = table.metrics.length;
  const values = table.values.slice();
  const imputed = table.imputed.slice();
  isOut.forEach((out, t) => {
    if (out === 0) return;
    values.fill(NaN, t * width, (t + 1) * width);
    imputed.fill(0, t * width, (t + 1) * width);
  });
  const gaps = findGaps(values, width);
  return { table: { ...table, values, imputed, gaps }, isOut, spans: used };
}

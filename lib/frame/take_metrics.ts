import { findGaps } from "./gaps.ts";
import type { MetricTable } from "./metric_table.ts";

/**
 * Takes some columns of a table; the gaps are those of what is left.
 *
 * @param table The table.
 * @param indices The columns to take, in the order wanted.
 * @returns The table with these columns only.
 */
export function takeMetrics(
  table: MetricTable,
  indices: readonly number[],
): MetricTable {
  const before = table.metrics.length;
  const after = indices.length;
  if (after === before && indices.every((from, f) => from === f)) return table;
  const values = new Float32Array(table.steps * after); // [steps, after]
  const imputed = new Uint8Array(table.steps * after);
  indices.forEach((from, f) => {
    for (let t = 0; t < table.steps; t++) {
      values[t * after + f] = table.values[t * before + from] ?? NaN;
      imputed[t * after + f] = table.imputed[t * before + from] ?? 0;
    }
  });
  return {
    ...table,
    metrics: indices.flatMap((f) => table.metrics[f] ?? []),
    values,
    imputed,
    gaps: findGaps(values, after),
  };
}

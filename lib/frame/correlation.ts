import type { MetricTable } from "./metric_table.ts";
import { pearson } from "./pearson.ts";

/**
 * Correlates each metric with each other one: Pearson's, over the steps at
 * which both were measured.
 *
 * @param table The table.
 * @returns Symmetric, in [−1, 1], shape `[metrics, metrics]`; NaN where a metric
 *   does not vary or fewer than three steps have both.
 */
export function correlations(
  table: Pick<MetricTable, "steps" | "metrics" | "values" | "imputed">,
): Float64Array {
  const width = table.metrics.length;
  const columns = table.metrics.map((_, f) => measuredColumn(table, f));
  const matrix = new Float64Array(width * width); // [metrics, metrics]
  columns.forEach((one, f) => {
    for (let g = f; g < width; g++) {
      const r = pearson(one, columns[g] ?? one);
      matrix[f * width + g] = r;
      matrix[g * width + f] = r;
    }
  });
  return matrix;
}

function measuredColumn(
  table: Pick<MetricTable, "steps" | "metrics" | "values" | "imputed">,
  f: number,
): Float64Array {
  const width = table.metrics.length;
  return Float64Array.from({ length: table.steps }, (_, t) => {
    const i = t * width + f;
    return table.imputed[i] === 1 ? NaN : table.values[i] ?? NaN;
  });
}

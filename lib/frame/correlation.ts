import type { MetricTable } from "@lib/frame/metric_table.ts";

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

/** Means first, then deviations: no digits are lost for values far from zero. */
function pearson(one: Float64Array, other: Float64Array): number {
  let [count, sumX, sumY] = [0, 0, 0];
  for (let t = 0; t < one.length; t++) {
    const x = one[t] ?? NaN;
    const y = other[t] ?? NaN;
    if (Number.isNaN(x + y)) continue;
    count++;
    sumX += x;
    sumY += y;
  }
  if (count < 3) return NaN;
  const [meanX, meanY] = [sumX / count, sumY / count];
  let [xx, yy, xy] = [0, 0, 0];
  for (let t = 0; t < one.length; t++) {
    const x = (one[t] ?? NaN) - meanX;
    const y = (other[t] ?? NaN) - meanY;
    if (Number.isNaN(x + y)) continue;
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  if (xx === 0 || yy === 0) return NaN;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

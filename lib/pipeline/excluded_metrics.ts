import type { MetricTable } from "@lib/frame/metric_table.ts";
import type { ExcludedMetric } from "@lib/frame/raw_table.ts";

/**
 * Lists the metrics that a run could not look at: those left out in training
 * with the training's reason, and those that the scored table lacks or adds.
 *
 * A metric that was constant in training and now varies is named as such: it
 * moved, and the score does not know.
 *
 * @param trained Metrics left out in training.
 * @param scored The table to score, with its columns as in the file.
 * @param conformed The same table with the model's features only.
 * @returns One entry a metric.
 */
export function excludedMetrics(
  trained: readonly ExcludedMetric[],
  scored: MetricTable,
  conformed: MetricTable,
): readonly ExcludedMetric[] {
  const reasons = new Map(
    conformed.excluded.map((metric) => [metric.name, metric]),
  );
  for (const metric of trained) {
    const moved = metric.reason === "constant" && varies(scored, metric.name);
    reasons.set(metric.name, {
      ...metric,
      detail: moved
        ? `${metric.detail} in training; varies in the scored data`
        : metric.detail,
    });
  }
  return [...reasons.values()];
}

function varies({ metrics, values }: MetricTable, name: string): boolean {
  const f = metrics.findIndex((metric) => metric.name === name);
  if (f < 0) return false;
  const first = values.find((value, i) =>
    i % metrics.length === f && Number.isFinite(value)
  );
  return values.some((value, i) =>
    i % metrics.length === f && Number.isFinite(value) && value !== first
  );
}

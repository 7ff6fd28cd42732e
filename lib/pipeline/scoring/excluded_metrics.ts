import { columnOf } from "../../frame/column_of.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import type { ExcludedMetric } from "../../frame/raw_table.ts";
import { formatQuantity } from "../../frame/units.ts";

/**
 * Lists the metrics that a run could not look at: those left out in training
 * with the training's reason, and those that the scored table lacks or adds.
 *
 * A metric that was constant in training and is now something else is named as
 * such: it moved, and the score does not know.
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
    const now = metric.reason === "constant" ? movedTo(scored, metric) : "";
    reasons.set(metric.name, {
      ...metric,
      detail: metric.reason === "absent"
        ? "not in the data that was learned from"
        : `${metric.detail} in training${now}`,
    });
  }
  return [...reasons.values()];
}

/** Says what a metric that was constant is in the scored table, if not the same. */
function movedTo(table: MetricTable, { name, unit, detail }: ExcludedMetric) {
  const width = table.metrics.length;
  const f = table.metrics.findIndex((metric) => metric.name === name);
  if (f < 0) return "";
  const values = columnOf(table.values, { width, f }).filter(Number.isFinite);
  const low = values.reduce((min, value) => Math.min(min, value), Infinity);
  const high = values.reduce((max, value) => Math.max(max, value), -Infinity);
  const [from, to] = [low, high].map((value) => formatQuantity(value, unit));
  if (values.length === 0 || (from === to && detail.endsWith(`${from}`))) {
    return "";
  }
  return from === to
    ? `, ${from} in the scored data`
    : `, ${from} to ${to} in the scored data`;
}

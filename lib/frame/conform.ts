import { InputError } from "../errors.ts";
import { findGaps } from "./gaps.ts";
import type { MetricTable } from "./metric_table.ts";
import type { ExcludedMetric } from "./raw_table.ts";
import type { Metric } from "./schema.ts";

/** Names that a message lists at most. */
const LISTED = 5;

/**
 * Brings a table to a model's features, in the model's order.
 *
 * A feature that the table lacks is filled with its fallback and marked as
 * imputed while the server is up; it is listed as absent. Other columns are
 * left out and listed as unused.
 *
 * @param table The table to score.
 * @param features The model's features.
 * @param fallback A value for each feature, in its unit: its median in training.
 * @returns The table with exactly these features.
 * @throws {InputError} If it has none of them.
 */
export function conformTo(
  table: MetricTable,
  features: readonly Metric[],
  fallback: ArrayLike<number>,
): MetricTable {
  const { steps, metrics, up } = table;
  const columnOf = new Map(metrics.map(({ name }, column) => [name, column]));
  const lacking = features.filter(({ name }) => !columnOf.has(name));
  if (lacking.length === features.length) {
    throw new InputError(
      `score the data of ${table.host}`,
      `it must have a metric that the model knows (${listed(features)})`,
      { hint: `it has ${listed(metrics)}` },
    );
  }
  const values = new Float32Array(steps * features.length); // [steps, features]
  const imputed = new Uint8Array(steps * features.length);
  features.forEach(({ name }, f) => {
    const column = columnOf.get(name);
    for (let t = 0; t < steps; t++) {
      const to = t * features.length + f;
      if (column === undefined) {
        values[to] = up[t] === 1 ? fallback[f] ?? NaN : NaN;
        imputed[to] = up[t] ?? 0;
      } else {
        const from = t * metrics.length + column;
        values[to] = table.values[from] ?? NaN;
        imputed[to] = table.imputed[from] ?? 0;
      }
    }
  });
  const wanted = new Set(features.map(({ name }) => name));
  return {
    ...table,
    metrics: features.map(({ name, unit, kind, description }) => (
      { name, unit, kind, description }
    )),
    values,
    imputed,
    excluded: [
      // What was empty here, and is a feature, is listed once: as absent.
      ...table.excluded.filter(({ name }) => !wanted.has(name)),
      ...lacking.map(({ name, unit }): ExcludedMetric => ({
        name,
        unit,
        reason: "absent",
        detail: "not in the scored data; its median in training stands in",
      })),
      ...metrics.filter(({ name }) => !wanted.has(name))
        .map(({ name, unit }): ExcludedMetric => ({
          name,
          unit,
          reason: "unused",
          detail: "no feature of the model",
        })),
    ],
    gaps: findGaps(values, features.length),
  };
}

function listed(metrics: readonly Metric[]): string {
  const names = metrics.slice(0, LISTED).map(({ name }) => name).join(", ");
  const more = metrics.length - LISTED;
  return more > 0 ? `${names} and ${more} more` : names;
}

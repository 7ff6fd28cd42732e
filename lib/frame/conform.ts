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
  const { metrics } = table;
  const columnOf = new Map(metrics.map(({ name }, column) => [name, column]));
  const lacking = features.filter(({ name }) => !columnOf.has(name));
  if (lacking.length === features.length) {
    throw new InputError(
      `score the data of ${table.host}`,
      `it must have a metric that the model knows (${listed(features)})`,
      { hint: `it has ${listed(metrics)}` },
    );
  }
  const isAlike = metrics.length === features.length &&
    features.every(({ name }, f) => metrics[f]?.name === name);
  const { values, imputed, gaps } = isAlike ? table : rearranged(table, {
    columns: features.map(({ name }) => columnOf.get(name)),
    fallback,
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
    gaps,
  };
}

/** The columns in another order; the fallback where there is none. */
function rearranged(
  table: MetricTable,
  { columns, fallback }: {
    readonly columns: readonly (number | undefined)[];
    readonly fallback: ArrayLike<number>;
  },
): Pick<MetricTable, "values" | "imputed" | "gaps"> {
  const { steps, metrics, up } = table;
  const features = columns.length;
  const values = new Float32Array(steps * features); // [steps, features]
  const imputed = new Uint8Array(steps * features);
  columns.forEach((column, f) => {
    for (let t = 0; t < steps; t++) {
      const to = t * features + f;
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
  return { values, imputed, gaps: findGaps(values, features) };
}

function listed(metrics: readonly Metric[]): string {
  const names = metrics.slice(0, LISTED).map(({ name }) => name).join(", ");
  const more = metrics.length - LISTED;
  return more > 0 ? `${names} and ${more} more` : names;
}

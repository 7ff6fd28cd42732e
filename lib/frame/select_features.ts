import { InputError } from "../errors.ts";
import type { MetricTable, StepRange } from "./metric_table.ts";
import type { ExcludedMetric } from "./raw_table.ts";
import { SCHEMA, SERVER_UP } from "./schema.ts";
import { takeMetrics } from "./take_metrics.ts";
import { formatQuantity } from "./units.ts";

/** A metric that is missing at more than this share of the steps is left out. */
const MAX_MISSING_SHARE = 0.5;

/** Relative spread up to which a metric counts as constant: rounding, not change. */
const CONSTANT_SPREAD = 1e-6;

/** Columns of the schema without which a table does not follow it. */
const LEAST_SCHEMA_COLUMNS = 3;

/** And their share, of the table's columns or of the schema's. */
const LEAST_SCHEMA_SHARE = 0.5;

/**
 * Leaves out what a model cannot learn from: metrics that are constant or
 * missing for most of the time. Metrics of the schema that the table lacks are
 * listed too, if it is a table of the schema.
 *
 * What varies only later than the steps that the scaler is fitted on has no scale
 * to be measured by: it counts as constant.
 *
 * @param table The training table.
 * @param fit The steps that scaler and weights are fitted on; all by default.
 * @returns The table with its features only; the others stand in `excluded`.
 * @throws {InputError} If no feature is left.
 */
export function selectFeatures(
  table: MetricTable,
  fit: readonly StepRange[] = [{ start: 0, end: table.steps }],
): MetricTable {
  const excluded: ExcludedMetric[] = [...table.excluded];
  const kept: number[] = [];
  table.metrics.forEach((metric, f) => {
    const why = unusable(table, f, fit);
    if (why === null) kept.push(f);
    else excluded.push({ name: metric.name, unit: metric.unit, ...why });
  });
  if (kept.length === 0) {
    const reasons = excluded.slice(0, 5).map(({ name, detail }) =>
      `${name}: ${detail}`
    );
    throw new InputError("train", "some metric must vary", {
      hint: reasons.join(", "),
    });
  }
  return {
    ...takeMetrics(table, kept),
    excluded: [...excluded, ...absentMetrics(table)],
  };
}

/** Says why a metric cannot be learned from, or `null`. */
function unusable(
  table: MetricTable,
  f: number,
  fit: readonly StepRange[],
): Pick<ExcludedMetric, "reason" | "detail" | "value"> | null {
  const { metrics, values, up } = table;
  let [upSteps, count, min, max] = [0, 0, Infinity, -Infinity];
  for (const { start, end } of fit) {
    for (let t = start; t < end; t++) {
      if (up[t] === 0) continue;
      upSteps++;
      const value = values[t * metrics.length + f] ?? NaN;
      if (Number.isNaN(value)) continue;
      count++;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  const missing = upSteps === 0 ? 1 : 1 - count / upSteps;
  if (missing > MAX_MISSING_SHARE) {
    const percent = formatQuantity(100 * missing, "%");
    return { reason: "sparse", detail: `missing at ${percent} of the steps` };
  }
  if (max - min <= CONSTANT_SPREAD * Math.max(Math.abs(min), Math.abs(max))) {
    const value = formatQuantity(min, metrics[f]?.unit ?? "");
    return { reason: "constant", detail: `always ${value}`, value: min };
  }
  return null;
}

function absentMetrics(table: MetricTable): ExcludedMetric[] {
  const present = new Set([
    ...table.metrics.map(({ name }) => name),
    ...table.excluded.map(({ name }) => name),
  ]);
  const known = SCHEMA.filter(({ name }) => present.has(name));
  // A foreign table may well have a load-1m among columns of its own.
  const share = known.length / Math.min(present.size, SCHEMA.length);
  const isOfSchema = known.length >= LEAST_SCHEMA_COLUMNS &&
    share >= LEAST_SCHEMA_SHARE;
  if (!isOfSchema) return [];
  return SCHEMA
    .filter(({ name }) => !present.has(name) && name !== SERVER_UP)
    .map(({ name, unit }) => ({
      name,
      unit,
      reason: "absent",
      detail: "not in the data",
    }));
}

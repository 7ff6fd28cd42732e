import type { MetricTable, StepRange } from "../../frame/metric_table.ts";
import { pearson } from "../../frame/pearson.ts";
import { midRanks } from "./mid_ranks.ts";

/** Steps that are compared; of more, every n-th. */
const MOST_COMPARED = 5000;

/**
 * A metric that changed at fewer steps is compared with none: two metrics that
 * jumped together once are not yet known to move together.
 */
const LEAST_CHANGES = 30;

/** How much more alike one of values and changes may be than the other counts for. */
const ALLOWANCE = 0.4;

/** A metric's ranks. */
interface Movement {
  /** Of its values. */
  readonly values: Float64Array;
  /** Of its changes from step to step. */
  readonly changes: Float64Array;
}

/**
 * Tells how much metrics move together: Spearman's correlation of their values
 * and that of their changes from step to step, without signs; the larger of the
 * two, but at most 0.4 above the smaller.
 *
 * Values alone would call all metrics alike that follow the time of day; changes
 * alone lose what lags, as a load average over 15 minutes lags that over one.
 * Ranks make one outlier no more than one step.
 *
 * @param table The table.
 * @param range The steps to look at.
 * @returns Symmetric, in [0, 1], shape `[metrics, metrics]`; 0 where nothing can
 *   be told, 1 for a metric with itself.
 */
export function togetherness(
  table: Pick<MetricTable, "metrics" | "values" | "imputed">,
  range: StepRange,
): Float64Array {
  const width = table.metrics.length;
  const movements = table.metrics.map((_, f) => movementOf(table, f, range));
  const together = new Float64Array(width * width); // [metrics, metrics]
  for (let f = 0; f < width; f++) {
    together[f * width + f] = 1;
    for (let g = f + 1; g < width; g++) {
      const alike = alikeness(movements[f]!, movements[g]!);
      together[f * width + g] = alike;
      together[g * width + f] = alike;
    }
  }
  return together;
}

function alikeness(one: Movement | null, other: Movement | null): number {
  if (one === null || other === null) return 0;
  const values = Math.abs(pearson(one.values, other.values)) || 0;
  const changes = Math.abs(pearson(one.changes, other.changes)) || 0;
  return Math.min(
    Math.max(values, changes),
    Math.min(values, changes) + ALLOWANCE,
  );
}

/** `null` for a metric that hardly ever changed. */
function movementOf(
  { metrics, values, imputed }: Pick<
    MetricTable,
    "metrics" | "values" | "imputed"
  >,
  f: number,
  { start, end }: StepRange,
): Movement | null {
  const measured = (t: number) => {
    const i = t * metrics.length + f;
    return t < start || imputed[i] === 1 ? NaN : values[i]!;
  };
  const stride = Math.max(1, Math.ceil((end - start) / MOST_COMPARED));
  const length = Math.ceil((end - start) / stride);
  const level = new Float64Array(length);
  const change = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const t = start + i * stride;
    level[i] = measured(t);
    change[i] = measured(t) - measured(t - 1);
  }
  const moved = change.reduce((n, by) => n + (by > 0 || by < 0 ? 1 : 0), 0);
  return moved < LEAST_CHANGES
    ? null
    : { values: midRanks(level), changes: midRanks(change) };
}

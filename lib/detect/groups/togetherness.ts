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
 * @param ranges The steps to look at, in order of time.
 * @returns Symmetric, in [0, 1], shape `[metrics, metrics]`; 0 where nothing can
 *   be told, 1 for a metric with itself.
 */
export function togetherness(
  table: Pick<MetricTable, "metrics" | "values" | "imputed">,
  ranges: readonly StepRange[],
): Float64Array {
  const width = table.metrics.length;
  const compared = comparedSteps(ranges);
  const movements = table.metrics.map((_, f) => movementOf(table, f, compared));
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

/** A step that is compared. */
interface Compared {
  /** The step. */
  readonly t: number;
  /** The first step of its range: what came before is not looked at. */
  readonly from: number;
}

/** All steps of the ranges, or every n-th of many. */
function comparedSteps(ranges: readonly StepRange[]): readonly Compared[] {
  const count = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  const stride = Math.max(1, Math.ceil(count / MOST_COMPARED));
  const compared: Compared[] = [];
  let seen = 0;
  for (const { start, end } of ranges) {
    const first = start + (stride - seen % stride) % stride;
    for (let t = first; t < end; t += stride) compared.push({ t, from: start });
    seen += end - start;
  }
  return compared;
}

/** `null` for a metric that hardly ever changed. */
function movementOf(
  { metrics, values, imputed }: Pick<
    MetricTable,
    "metrics" | "values" | "imputed"
  >,
  f: number,
  compared: readonly Compared[],
): Movement | null {
  const measured = (t: number) => {
    const i = t * metrics.length + f;
    return imputed[i] === 1 ? NaN : values[i]!;
  };
  const level = Float64Array.from(compared, ({ t }) => measured(t));
  const change = Float64Array.from(
    compared,
    ({ t, from }) => t === from ? NaN : measured(t) - measured(t - 1),
  );
  const moved = change.reduce((n, by) => n + (by > 0 || by < 0 ? 1 : 0), 0);
  return moved < LEAST_CHANGES
    ? null
    : { values: midRanks(level), changes: midRanks(change) };
}

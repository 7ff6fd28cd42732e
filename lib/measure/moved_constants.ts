import { isoTime } from "../frame/iso_time.ts";
import { type MetricTable, stepTime } from "../frame/metric_table.ts";
import type { ExcludedMetric } from "../frame/raw_table.ts";
import { formatQuantity } from "../frame/units.ts";

/**
 * A metric that had one value only in training, so that the model did not learn it,
 * and another one in the scored time, of which the score knows nothing.
 */
export interface MovedConstant {
  /** The metric's name. */
  readonly feature: string;
  /** The unit of all values. */
  readonly unit: string;
  /** Its value in training. */
  readonly learned: number;
  /** Smallest other value that was measured. */
  readonly lowest: number;
  /** Largest other value that was measured. */
  readonly highest: number;
  /** Steps at which another value was measured. */
  readonly steps: number;
  /** The first of them, ISO 8601 UTC. */
  readonly firstAt: string;
  /** The last of them, ISO 8601 UTC. */
  readonly lastAt: string;
}

/** What metrics that were constant are held against. */
export interface MovedConstantsOptions {
  /** Metrics left out in training. */
  readonly trained: readonly ExcludedMetric[];
  /** Steps at the table's start that were not scored. */
  readonly warmup: number;
}

/**
 * Finds metrics that were constant in training and moved in the scored time. A move
 * too small to be seen in the value as it is written does not count, nor does what
 * was filled in.
 *
 * @param table The table to score, with its columns as in the file.
 * @param options What was left out in training, and where scoring begins.
 * @returns Those metrics, the one that moved for the longest time first.
 */
export function movedConstants(
  table: MetricTable,
  { trained, warmup }: MovedConstantsOptions,
): MovedConstant[] {
  return trained.flatMap(({ name, reason, value }) => {
    const f = table.metrics.findIndex((metric) => metric.name === name);
    return reason !== "constant" || value === undefined || f < 0
      ? []
      : moved(table, { f, learned: value, warmup });
  }).sort((a, b) => b.steps - a.steps);
}

function moved(
  table: MetricTable,
  { f, learned, warmup }: {
    readonly f: number;
    readonly learned: number;
    readonly warmup: number;
  },
): MovedConstant[] {
  const { metrics, values, imputed } = table;
  const { name, unit } = metrics[f]!;
  const same = Math.fround(learned);
  const written = formatQuantity(learned, unit);
  let [steps, first, last] = [0, 0, 0];
  let [lowest, highest] = [Infinity, -Infinity];
  for (let t = warmup; t < table.steps; t++) {
    const i = t * metrics.length + f;
    const value = values[i]!;
    if (Number.isNaN(value) || imputed[i] === 1 || value === same) continue;
    if (formatQuantity(value, unit) === written) continue;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
    if (steps++ === 0) first = t;
    last = t;
  }
  return steps === 0 ? [] : [{
    ...{ feature: name, unit, learned, lowest, highest, steps },
    firstAt: isoTime(stepTime(table, first)),
    lastAt: isoTime(stepTime(table, last)),
  }];
}

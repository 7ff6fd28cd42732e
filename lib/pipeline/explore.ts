import { type ColumnStats, columnStats } from "../frame/column_stats.ts";
import { correlations } from "../frame/correlation.ts";
import type { MetricTable } from "../frame/metric_table.ts";
import { regularGrid } from "../frame/regular_grid.ts";
import { type Rhythm, rhythm } from "../frame/rhythm.ts";
import { selectFeatures } from "../frame/select_features.ts";
import { displayTable } from "./notebook/display_table.ts";
import type { Params } from "./params/params.ts";
import { fromRoot } from "./base/paths.ts";
import { readOptions } from "./params/read_options.ts";
import { trainingSources } from "./params/sources.ts";
import { readTable } from "../source/read_table.ts";

/** What there is to see in a table before anything is learned from it. */
export interface Exploration {
  /** All metrics on the grid. */
  readonly grid: MetricTable;
  /** The metrics that a model would learn, on the same grid. */
  readonly table: MetricTable;
  /** What to know first of each metric of `grid`, in its order. */
  readonly stats: readonly ColumnStats[];
  /** Row-major correlations of `table`'s metrics, shape `[metrics, metrics]`. */
  readonly correlations: Float64Array;
  /** How each metric of `table` repeats, in its order. */
  readonly rhythms: readonly MetricRhythm[];
}

/** How one metric repeats. */
export interface MetricRhythm extends Rhythm {
  /** The metric's name. */
  readonly name: string;
}

/**
 * The explore step: reads what a model would be trained on (`--train`, or
 * `--data`, or the sample), cleans it as training does, and sums it up.
 *
 * @param params The run's parameters; paths from the project's folder.
 * @returns The table with what a reader asks of it first.
 * @throws {InputError} If there is nothing to read or to learn from.
 */
export async function explore(params: Params): Promise<Exploration> {
  const files = trainingSources(params).map(fromRoot);
  const grid = regularGrid(
    await readTable(files, readOptions(params, { cut: "cut" })),
  );
  const table = selectFeatures(grid);
  return {
    grid: displayTable(grid),
    table: displayTable(table),
    stats: columnStats(grid),
    correlations: correlations(table),
    rhythms: table.metrics.map(({ name }, f) => ({
      name,
      ...rhythm(measured(table, f), table.intervalMs),
    })),
  };
}

/** One metric's measured values; a filled-in one repeats only the one before. */
function measured(table: MetricTable, f: number): Float32Array {
  const { steps, metrics, values, imputed } = table;
  return Float32Array.from({ length: steps }, (_, t) => {
    const i = t * metrics.length + f;
    return imputed[i] === 1 ? NaN : values[i] ?? NaN;
  });
}

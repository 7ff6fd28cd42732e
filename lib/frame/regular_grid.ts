import { InputError } from "../errors.ts";
import { aggregate } from "./aggregate.ts";
import { fillForward } from "./fill_forward.ts";
import { findGaps } from "./gaps.ts";
import { requireFit, requireFrequent, useOf } from "./grid_limits.ts";
import { type GridRows, gridRows } from "./grid_rows.ts";
import type { MetricTable } from "./metric_table.ts";
import { averagedNotes, rateNotes } from "./rate_notes.ts";
import type { ExcludedMetric, RawTable } from "./raw_table.ts";
import { type Metric, metricByName, SERVER_UP } from "./schema.ts";
import { slowStretches } from "./slow_stretches.ts";
import { tableInterval } from "./table_interval.ts";
import { upState } from "./up_state.ts";

/** A metric with one value a step. */
interface GridColumn {
  readonly metric: Metric;
  readonly values: Float64Array;
  /** Its values as they were read, one a row. */
  readonly read: Float64Array;
}

/** How a table is brought onto a regular grid. */
export interface RegularGridOptions {
  /**
   * Milliseconds from one step to the next; by default the rows' own interval.
   */
  readonly intervalMs?: number;
  /**
   * Longest time that a value is carried on where there is none, milliseconds;
   * a metric with a slower rate of its own is carried on until its next value.
   *
   * @default {900000}
   */
  readonly maxFillMs?: number;
}

/** A value is carried on over this many steps at most. */
const MAX_FILL_STEPS = 3;

/** And never for longer than a quarter of an hour. */
const MAX_FILL_MS = 15 * 60_000;

/**
 * Brings a table onto a regular grid.
 *
 * Several rows of a step are averaged (the last one is kept for a state). Where
 * a value is missing, the last one before it is carried on for three steps and
 * 15 minutes at most and marked as imputed: never a later one. A metric that comes
 * more seldom than the steps is carried on over three of its own values, and until
 * its next one in any case; the facts' notes name it. What is still missing is NaN
 * and stands in `gaps`. `server-up` becomes `up`; while the server is down
 * there are no values, and none is carried on from before.
 *
 * @param raw The table as it was read.
 * @param options The interval, and how long a value is carried on.
 * @returns The table on the grid.
 * @throws {InputError} If there are fewer than two rows, no metric has a value,
 *   or the rows do not fit the interval.
 */
export function regularGrid(
  raw: RawTable,
  options: RegularGridOptions = {},
): MetricTable {
  if (raw.times.length < 2) {
    throw new InputError(useOf(raw), "it must have at least two rows", {
      got: raw.times.length,
    });
  }
  const ownMs = tableInterval(raw);
  const { intervalMs = ownMs, maxFillMs = MAX_FILL_MS } = options;
  if (options.intervalMs !== undefined) requireFrequent(raw, intervalMs);
  const grid = gridRows(raw.times, intervalMs);
  requireFit(raw, grid);
  const { steps, stepOfRow } = grid;
  const longest = Math.floor(maxFillMs / intervalMs);

  const onGrid = raw.columns.map(({ name, unit, values }) => {
    const known = metricByName(name);
    const metric = unit === undefined ? known : { ...known, unit };
    const { kind } = metric;
    const onSteps = aggregate(values, stepOfRow, { steps, kind });
    return { metric, values: onSteps, read: values };
  });
  const isState = ({ metric }: GridColumn) => metric.name === SERVER_UP;
  const columns = onGrid.filter((column) => !isState(column));
  const up = upState({
    state: onGrid.find(isState)?.values ?? new Float64Array(steps).fill(NaN),
    measured: measuredSteps(columns, steps),
    carry: Math.min(MAX_FILL_STEPS, longest),
  });
  const kept = columns.filter(({ values }) =>
    values.some((value, t) => up[t] === 1 && !Number.isNaN(value))
  );
  const metrics = kept.map(({ metric }) => metric);
  if (metrics.length === 0) {
    throw new InputError(useOf(raw), "some metric must have values");
  }
  const filling = kept.map(({ metric, values, read }) => (
    { name: metric.name, values, read, slow: slowStretches(values) }
  ));
  const { values, imputed } = fillForward(
    filling,
    { up, carry: MAX_FILL_STEPS, longest },
  );
  return {
    host: raw.host,
    startMs: grid.startMs,
    intervalMs,
    steps,
    metrics,
    values,
    imputed,
    up,
    label: raw.label && labelSteps(raw.label, grid),
    excluded: [
      ...raw.excluded,
      ...columns.filter((column) => !kept.includes(column))
        .map(({ metric }) => emptyMetric(metric, raw.times.length)),
    ],
    gaps: findGaps(values, metrics.length),
    facts: {
      ...raw.facts,
      notes: [
        ...raw.facts.notes ?? [],
        ...averagedNotes(ownMs, grid),
        ...rateNotes(filling, grid),
      ],
    },
  };
}

function measuredSteps(
  columns: readonly GridColumn[],
  steps: number,
): Uint8Array {
  const measured = new Uint8Array(steps);
  for (const { values } of columns) {
    values.forEach((value, t) => {
      if (!Number.isNaN(value)) measured[t] = 1;
    });
  }
  return measured;
}

function emptyMetric({ name, unit }: Metric, rows: number): ExcludedMetric {
  const detail = `no value in ${rows} rows`;
  return { name, unit, reason: "empty", detail };
}

function labelSteps(label: Uint8Array, { steps, stepOfRow }: GridRows) {
  const onGrid = new Uint8Array(steps);
  stepOfRow.forEach((t, row) => {
    if (label[row] === 1) onGrid[t] = 1;
  });
  return onGrid;
}

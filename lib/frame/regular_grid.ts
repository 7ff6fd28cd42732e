import { InputError } from "../errors.ts";
import { aggregate } from "./aggregate.ts";
import { type FillColumn, fillForward } from "./fill_forward.ts";
import { findGaps } from "./gaps.ts";
import { requireFit, requireFrequent, useOf } from "./grid_limits.ts";
import { type GridRows, gridRows } from "./grid_rows.ts";
import { measuredSteps } from "./measured_steps.ts";
import type { MetricTable } from "./metric_table.ts";
import { averagedNotes, type RatedMetric, rateNotes } from "./rate_notes.ts";
import type { ExcludedMetric, RawTable } from "./raw_table.ts";
import { type Metric, metricByName, SERVER_UP } from "./schema.ts";
import { slowStretches } from "./slow_stretches.ts";
import { tableInterval } from "./table_interval.ts";
import { upState } from "./up_state.ts";

/** A metric with one value a step. */
interface ReadColumn {
  readonly metric: Metric;
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

  const all = raw.columns.map(({ name, unit, values }): ReadColumn => {
    const known = metricByName(name);
    const metric = unit === undefined ? known : { ...known, unit };
    return { metric, read: values };
  });
  const onSteps = ({ metric: { kind }, read }: ReadColumn) =>
    aggregate(read, stepOfRow, { steps, kind });
  const isState = ({ metric }: ReadColumn) => metric.name === SERVER_UP;
  const columns = all.filter((column) => !isState(column));
  const state = all.find(isState);
  const up = upState({
    state: state ? onSteps(state) : new Float64Array(steps).fill(NaN),
    measured: measuredSteps(columns.map(({ read }) => read), grid),
    carry: Math.min(MAX_FILL_STEPS, longest),
  });
  const kept = columns.filter(({ read }) =>
    read.some((value, row) =>
      up[stepOfRow[row] ?? 0] === 1 && !Number.isNaN(value)
    )
  );
  const metrics = kept.map(({ metric }) => metric);
  if (metrics.length === 0) {
    throw new InputError(useOf(raw), "some metric must have values");
  }
  const rated: RatedMetric[] = [];
  // One at a time: all on the grid at once would be the table a second time.
  function* filling(): Generator<FillColumn> {
    for (const column of kept) {
      const values = onSteps(column);
      const slow = slowStretches(values);
      rated.push({ name: column.metric.name, read: column.read, slow });
      yield { values, slow };
    }
  }
  const { values, imputed } = fillForward(filling(), {
    metrics: metrics.length,
    up,
    carry: MAX_FILL_STEPS,
    longest,
  });
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
        ...rateNotes(rated, grid),
      ],
    },
  };
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

import { InputError } from "@lib/errors.ts";
import { aggregate } from "@lib/frame/aggregate.ts";
import { fillForward } from "@lib/frame/fill_forward.ts";
import { findGaps } from "@lib/frame/gaps.ts";
import { gridInterval, medianDifference } from "@lib/frame/grid_interval.ts";
import { type GridRows, gridRows } from "@lib/frame/grid_rows.ts";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import type { RawTable } from "@lib/frame/raw_table.ts";
import { metricByName, SERVER_UP } from "@lib/frame/schema.ts";
import { formatDuration, formatSpan } from "@lib/frame/time_text.ts";
import { upState } from "@lib/frame/up_state.ts";

/** How a table is brought onto a regular grid. */
export interface RegularGridOptions {
  /**
   * Milliseconds from one step to the next; by default the rows' own interval.
   */
  readonly intervalMs?: number;
  /**
   * Longest time that a value is carried on where there is none, milliseconds.
   *
   * @default {900000}
   */
  readonly maxFillMs?: number;
}

/** A value is carried on over this many steps at most. */
const MAX_FILL_STEPS = 3;

/** And never for longer than a quarter of an hour. */
const MAX_FILL_MS = 15 * 60_000;

/** Values that a grid may have: 200 MB as Float32. */
const MAX_VALUES = 50_000_000;

/** A longer grid on which fewer steps than this share have a row is refused. */
const MIN_FILLED_SHARE = 0.01;
const SPARSE_FROM_STEPS = 10_000;

/**
 * Brings a table onto a regular grid.
 *
 * Several rows of a step are averaged (the last one is kept for a state). Where
 * a value is missing, the last one before it is carried on for three steps and
 * 15 minutes at most and marked as imputed: never a later one. What is still missing is
 * NaN and stands in `gaps`. `server-up` becomes `up`; while the server is down
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
    throw new InputError(action(raw), "it must have at least two rows", {
      got: raw.times.length,
    });
  }
  const { intervalMs = gridInterval(raw.times), maxFillMs = MAX_FILL_MS } =
    options;
  const grid = gridRows(raw.times, intervalMs);
  requireFit(raw, grid);
  const { steps, stepOfRow } = grid;
  const carry = Math.min(MAX_FILL_STEPS, Math.floor(maxFillMs / intervalMs));

  const excluded = [...raw.excluded];
  const metrics = [];
  const columns: Float64Array[] = [];
  const measured = new Uint8Array(steps);
  let state: Float64Array = new Float64Array(steps).fill(NaN);
  for (const { name, values } of raw.columns) {
    const metric = metricByName(name);
    const { kind } = metric;
    const onGrid = aggregate(values, stepOfRow, { steps, kind });
    if (name === SERVER_UP) {
      state = onGrid;
      continue;
    }
    if (onGrid.every(Number.isNaN)) {
      const detail = `no value in ${raw.times.length} rows`;
      excluded.push({ name, unit: metric.unit, reason: "empty", detail });
      continue;
    }
    for (let t = 0; t < steps; t++) {
      if (!Number.isNaN(onGrid[t])) measured[t] = 1;
    }
    metrics.push(metric);
    columns.push(onGrid);
  }
  if (metrics.length === 0) {
    throw new InputError(action(raw), "some metric must have values");
  }
  const up = upState({ state, measured, carry });
  const { values, imputed } = fillForward(columns, { up, carry });
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
    excluded,
    gaps: findGaps(values, metrics.length),
    facts: raw.facts,
  };
}

function labelSteps(label: Uint8Array, { steps, stepOfRow }: GridRows) {
  const onGrid = new Uint8Array(steps);
  stepOfRow.forEach((t, row) => {
    if (label[row] === 1) onGrid[t] = 1;
  });
  return onGrid;
}

function requireFit(raw: RawTable, { steps, intervalMs }: GridRows) {
  const rows = raw.times.length;
  const own = medianDifference(raw.times);
  if (own > 1.5 * intervalMs) {
    throw new InputError(
      action(raw),
      `rows must come every ${formatDuration(intervalMs)} or more often`,
      { hint: `they come every ${formatDuration(own)}` },
    );
  }
  const tooLarge = steps * raw.columns.length > MAX_VALUES;
  const tooSparse = steps > SPARSE_FROM_STEPS &&
    rows < MIN_FILLED_SHARE * steps;
  if (!tooLarge && !tooSparse) return;
  const span = formatSpan(raw.times[0] ?? NaN, raw.times[rows - 1] ?? NaN);
  throw new InputError(
    action(raw),
    tooLarge
      ? `a regular grid must have at most ${MAX_VALUES / 1e6} million values`
      : "rows must not lie this far apart",
    {
      got: steps * raw.columns.length,
      hint: `${rows} rows span ${span} in steps of ${
        formatDuration(intervalMs)
      }; is a time wrong?`,
    },
  );
}

function action(raw: RawTable): string {
  return `use the data of ${raw.host}`;
}

import type { MetricTable } from "@lib/frame/metric_table.ts";
import type { Metric } from "@lib/frame/schema.ts";

/** What a test says of a table. */
export interface TableSketch {
  /** Its columns. */
  readonly metrics: readonly Metric[];
  /** Its values, row by row. */
  readonly values: readonly number[];
}

/**
 * Makes a clean table of 1-minute steps from 2026-01-01 on.
 *
 * @param sketch Columns and values.
 * @returns The table; nothing is imputed, the server is up.
 */
export function metricTable({ metrics, values }: TableSketch): MetricTable {
  const steps = values.length / metrics.length;
  return {
    host: "web-1",
    startMs: Date.UTC(2026, 0, 1),
    intervalMs: 60_000,
    steps,
    metrics,
    values: Float32Array.from(values),
    imputed: new Uint8Array(values.length),
    up: new Uint8Array(steps).fill(1),
    label: null,
    excluded: [],
    gaps: [],
    facts: {
      files: [],
      rows: steps,
      duplicates: 0,
      unordered: 0,
      badTimes: 0,
      badCells: [],
      infinite: 0,
      clock: "zoned",
    },
  };
}

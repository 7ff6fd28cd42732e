import { findGaps } from "@lib/frame/gaps.ts";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import type { RawTable, ReadingFacts } from "@lib/frame/raw_table.ts";
import { metricByName } from "@lib/frame/schema.ts";

const FACTS: ReadingFacts = {
  files: ["server-1.csv"],
  rows: 0,
  duplicates: 0,
  unordered: 0,
  badTimes: 0,
  badCells: [],
  infinite: 0,
  clock: "zoned",
};

/** Builds a table on a one-minute grid from columns; all values count as measured. */
export function tableOf(
  columns: Readonly<Record<string, readonly number[]>>,
  rest: Partial<MetricTable> = {},
): MetricTable {
  const names = Object.keys(columns);
  const steps = Object.values(columns)[0]?.length ?? 0;
  const values = new Float32Array(steps * names.length);
  names.forEach((name, f) =>
    columns[name]?.forEach((value, t) => values[t * names.length + f] = value)
  );
  return {
    host: "server-1",
    startMs: Date.UTC(2026, 10, 22),
    intervalMs: 60_000,
    steps,
    metrics: names.map(metricByName),
    values,
    imputed: new Uint8Array(values.length),
    up: new Uint8Array(steps).fill(1),
    label: null,
    excluded: [],
    gaps: findGaps(values, names.length),
    facts: { ...FACTS, rows: steps },
    ...rest,
  };
}

/** Builds a table as it is read, from times in seconds and columns. */
export function rawOf(
  seconds: readonly number[],
  columns: Readonly<Record<string, readonly number[]>>,
  rest: Partial<RawTable> = {},
): RawTable {
  return {
    host: "server-1",
    times: Float64Array.from(seconds, (second) => second * 1000),
    columns: Object.entries(columns).map(([name, values]) => ({
      name,
      values: Float64Array.from(values),
    })),
    label: null,
    excluded: [],
    facts: { ...FACTS, rows: seconds.length },
    ...rest,
  };
}

/** Gives one column of a table on the grid. */
export function columnOf(
  table: Pick<MetricTable, "metrics" | "steps" | "values">,
  name: string,
): number[] {
  const f = table.metrics.findIndex((metric) => metric.name === name);
  return Array.from(
    { length: table.steps },
    (_, t) => table.values[t * table.metrics.length + f] ?? NaN,
  );
}

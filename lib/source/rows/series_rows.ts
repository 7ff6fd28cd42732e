import type { FileRows } from "./file_rows.ts";

/** One metric of one host over time. */
export interface Series {
  /** The metric's name. */
  readonly name: string;
  /** The host, or `null` where nothing names it. */
  readonly host: string | null;
  /** Milliseconds since 1970 UTC, shape `[samples]`. */
  readonly ms: readonly number[];
  /** Values, NaN or infinite where they are so, shape `[samples]`. */
  readonly values: readonly number[];
}

/**
 * Puts series side by side: one row for each time of each host, NaN where a
 * series has no sample then. Of two samples of one series at one time the last
 * wins.
 *
 * @param file The file that they came from.
 * @param series The series; those of one host and name are one.
 * @returns Rows by host, then by time.
 *
 * @example Usage
 * ```ts
 * import { seriesRows } from "@lib/source/rows/series_rows.ts";
 * import assert from "node:assert/strict";
 *
 * const { times, columns } = seriesRows("a.json", [
 *   { name: "a", host: null, ms: [0, 60_000], values: [1, 2] },
 *   { name: "b", host: null, ms: [60_000], values: [3] },
 * ]);
 * assert.deepEqual([...times.ms], [0, 60_000]);
 * assert.deepEqual([...columns[1]?.values ?? []], [NaN, 3]);
 * ```
 */
export function seriesRows(
  file: string,
  series: readonly Series[],
): FileRows {
  const byHost = [...Map.groupBy(series, ({ host }) => host)];
  const grids = byHost.map(([host, own]) => ({
    host,
    own,
    times: Float64Array.from(new Set(own.flatMap(({ ms }) => ms))).sort(),
  }));
  const rows = grids.reduce((sum, { times }) => sum + times.length, 0);
  const ms = new Float64Array(rows);
  const hosts: (string | null)[] = [];
  const columns = new Map<string, Float64Array>();
  let offset = 0;
  for (const { host, own, times } of grids) {
    ms.set(times, offset);
    const rowOf = new Map(Array.from(times, (time, row) => [time, row]));
    for (const { name, ms, values } of own) {
      const column = columns.get(name) ?? new Float64Array(rows).fill(NaN);
      columns.set(name, column);
      ms.forEach((time, i) => {
        column[offset + (rowOf.get(time) ?? 0)] = values[i] ?? NaN;
      });
    }
    for (let row = 0; row < times.length; row++) hosts.push(host);
    offset += times.length;
  }
  return {
    file,
    times: { ms, form: "epoch" },
    hosts: byHost.some(([host]) => host !== null) ? hosts : null,
    metrics: null,
    columns: Array.from(columns, ([name, values]) => ({ name, values })),
    label: null,
    badRows: [],
    notes: [],
  };
}

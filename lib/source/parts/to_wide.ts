import type { RawColumn } from "../../frame/raw_table.ts";

/** A long table of one host: one row a value. */
export interface LongRows {
  /** When each value was, NaN where that could not be read; shape `[rows]`. */
  readonly ms: Float64Array;
  /** The metric of each value. */
  readonly metrics: readonly (string | null)[];
  /** The values, shape `[rows]`. */
  readonly values: Float64Array;
  /** Rows whose time was there and could not be read; by default none. */
  readonly badTimes?: ReadonlySet<number>;
}

/** The same with one column a metric. */
export interface WideRows {
  /** Rows: one a time, in the order in which they come, then those without. */
  readonly rows: number;
  /** Rows of the long table that say nothing. */
  readonly blank: number;
  /** Rows of the long table without a readable time, rising. */
  readonly timeless: readonly number[];
  /** Rows of the long table with a time and no metric, rising. */
  readonly nameless: readonly number[];
  /** Values that a later one of the same time and metric replaced. */
  readonly duplicates: number;
  /** The times, shape `[rows]`. */
  readonly ms: Float64Array;
  /** One column a metric, each of length `[rows]`, NaN where it has no value. */
  readonly columns: readonly RawColumn[];
}

/**
 * Turns one row a value into one column a metric; of several values of one time
 * and metric the last one wins.
 *
 * @param long The long table.
 * @returns The wide one.
 *
 * @example Usage
 * ```ts
 * import { toWide } from "@lib/source/parts/to_wide.ts";
 * import assert from "node:assert/strict";
 *
 * const { columns } = toWide({
 *   ms: Float64Array.of(0, 0, 1000),
 *   metrics: ["a", "b", "a"],
 *   values: Float64Array.of(1, 2, 3),
 * });
 * assert.deepEqual([...columns[0]!.values], [1, 3]);
 * assert.deepEqual([...columns[1]!.values], [2, NaN]);
 * ```
 */
export function toWide(
  { ms, metrics, values, badTimes = new Set() }: LongRows,
): WideRows {
  const names = metrics.map((metric) => metric?.trim() ?? "");
  const rowOf = new Map<number, number>();
  ms.forEach((time, row) => {
    if (Number.isNaN(time) || names[row] === "" || rowOf.has(time)) return;
    rowOf.set(time, rowOf.size);
  });
  const columnOf = new Map<string, Float64Array>();
  let [blank, duplicates] = [0, 0];
  const timeless: number[] = [];
  const nameless: number[] = [];
  const written = new Map<string, Uint8Array>();
  for (let row = 0; row < ms.length; row++) {
    const name = names[row] ?? "";
    const time = ms[row] ?? NaN;
    if (Number.isNaN(time)) {
      const says = name !== "" || !Number.isNaN(values[row]) ||
        badTimes.has(row);
      if (says) timeless.push(row);
      else blank++;
      continue;
    }
    const to = rowOf.get(time);
    if (to === undefined || name === "") {
      nameless.push(row);
      continue;
    }
    const column = columnOf.get(name) ?? new Float64Array(rowOf.size).fill(NaN);
    const seen = written.get(name) ?? new Uint8Array(rowOf.size);
    columnOf.set(name, column);
    written.set(name, seen);
    if (seen[to] === 1) duplicates++;
    seen[to] = 1;
    column[to] = values[row] ?? NaN;
  }
  return withTimeless({
    times: [...rowOf.keys()],
    columns: columnOf,
    timeless,
    nameless,
    blank,
    duplicates,
  });
}

/** Rows without a time stay, without values, so that they are counted. */
function withTimeless(
  { times, columns, timeless, nameless, blank, duplicates }: {
    readonly times: readonly number[];
    readonly columns: ReadonlyMap<string, Float64Array>;
    readonly timeless: readonly number[];
    readonly nameless: readonly number[];
    readonly blank: number;
    readonly duplicates: number;
  },
): WideRows {
  const rows = times.length + timeless.length + blank;
  const padded = (values: ArrayLike<number>) => {
    const all = new Float64Array(rows).fill(NaN);
    all.set(Array.isArray(values) ? values : Float64Array.from(values));
    return all;
  };
  return {
    rows,
    blank,
    timeless,
    nameless,
    duplicates,
    ms: padded(times),
    columns: [...columns].map(([name, values]) => (
      { name, values: padded(values) }
    )),
  };
}

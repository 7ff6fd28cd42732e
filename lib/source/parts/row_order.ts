import pl from "nodejs-polars";

/** Which rows of several files make the table, in order of time. */
export interface RowOrder {
  /**
   * Row numbers over all files, by rising time; `null` where all rows stay as
   * they stand.
   */
  readonly rows: Uint32Array | null;
  /** Rows left out since they have no time. */
  readonly timeless: number;
  /** Rows left out since a later row has the same time. */
  readonly duplicates: number;
  /** Rows that stood below a later time of their own file. */
  readonly unordered: number;
}

/**
 * Orders rows by time and keeps the last of those that have the same one.
 *
 * @param times The times of each file's rows, NaN where a row has none.
 * @returns The rows to keep, and what was left out.
 *
 * @example Usage
 * ```ts
 * import { orderRows } from "@lib/source/parts/row_order.ts";
 * import assert from "node:assert/strict";
 *
 * const order = orderRows([Float64Array.of(3000, 1000, NaN, 3000)]);
 * assert.deepEqual([...order.rows ?? []], [1, 3]);
 * ```
 */
export function orderRows(times: readonly Float64Array[]): RowOrder {
  const all = times.reduce((sum, { length }) => sum + length, 0);
  const ms = new Float64Array(all);
  const rows = new Uint32Array(all);
  let kept = 0;
  let offset = 0;
  let unordered = 0;
  let rising = true;
  for (const part of times) {
    let latest = -Infinity;
    for (let row = 0; row < part.length; row++) {
      const time = part[row] ?? NaN;
      if (Number.isNaN(time)) continue;
      if (time < latest) unordered++;
      else latest = time;
      if (kept > 0 && time <= (ms[kept - 1] ?? NaN)) rising = false;
      ms[kept] = time;
      rows[kept++] = offset + row;
    }
    offset += part.length;
  }
  const facts = { timeless: all - kept, unordered };
  if (rising) {
    const asTheyStand = kept === all;
    return {
      rows: asTheyStand ? null : rows.slice(0, kept),
      duplicates: 0,
      ...facts,
    };
  }
  const order: Uint32Array = pl
    .DataFrame({
      ms: pl.Series("ms", ms.slice(0, kept)),
      row: pl.Series("row", Float64Array.from(rows.subarray(0, kept))),
    })
    .sort({ by: ["ms"], maintainOrder: true })
    .unique({ subset: ["ms"], keep: "last", maintainOrder: true })
    .getColumn("row")
    .cast(pl.UInt32)
    .toTypedArray();
  return { rows: order, duplicates: kept - order.length, ...facts };
}

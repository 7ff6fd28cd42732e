import { InputError } from "../errors.ts";
import { useOf } from "./grid_limits.ts";
import type { RawTable } from "./raw_table.ts";
import { formatSpan } from "./time_text.ts";

/** A span of time, half-open; without an end it is open there. */
export interface TimeCut {
  /** First instant that is kept, milliseconds since 1970 UTC. */
  readonly fromMs?: number;
  /** First instant that is not, milliseconds since 1970 UTC. */
  readonly toMs?: number;
}

/**
 * Cuts a table in time.
 *
 * @param raw The table as it was read.
 * @param cut What to keep.
 * @returns The rows in `[fromMs, toMs)`.
 * @throws {InputError} If there is none.
 */
export function cutRows(raw: RawTable, cut: TimeCut): RawTable {
  const { fromMs = -Infinity, toMs = Infinity } = cut;
  if (fromMs === -Infinity && toMs === Infinity) return raw;
  const { times } = raw;
  const first = times.findIndex((time) => time >= fromMs);
  const after = times.findIndex((time) => time >= toMs);
  const start = first < 0 ? times.length : first;
  const end = after < 0 ? times.length : after;
  if (start >= end) {
    throw new InputError(useOf(raw), "--from and --to must hold some rows", {
      hint: times.length === 0
        ? "it has none"
        : `it has ${formatSpan(times[0] ?? NaN, times.at(-1) ?? NaN)}`,
    });
  }
  return {
    ...raw,
    times: times.subarray(start, end),
    columns: raw.columns.map((column) => ({
      ...column,
      values: column.values.subarray(start, end),
    })),
    label: raw.label?.subarray(start, end) ?? null,
  };
}

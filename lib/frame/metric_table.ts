import type { ExcludedMetric, ReadingFacts } from "./raw_table.ts";
import type { Metric } from "./schema.ts";

/** A half-open range of steps, `[start, end)`. */
export interface StepRange {
  /** First step in the range. */
  readonly start: number;
  /** First step after the range. */
  readonly end: number;
}

/**
 * One server's metrics on a regular grid, cleaned.
 *
 * `server-up` is no metric here: it becomes {@linkcode MetricTable.up}.
 */
export interface MetricTable {
  /** The host's name. */
  readonly host: string;
  /** Time of step 0, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** How many steps. */
  readonly steps: number;
  /** The columns, in the order of `values`. */
  readonly metrics: readonly Metric[];
  /** Row-major values in the metrics' units, shape `[steps, metrics]`; NaN in a gap. */
  readonly values: Float32Array;
  /** 1 where a value was filled in rather than measured, shape `[steps, metrics]`. */
  readonly imputed: Uint8Array;
  /** 0 where `server-up` said that nobody could read the server, else 1; shape `[steps]`. */
  readonly up: Uint8Array;
  /** 1 where the step is labelled anomalous, shape `[steps]`; `null` without labels. */
  readonly label: Uint8Array | null;
  /** Columns left out so far, with reasons. */
  readonly excluded: readonly ExcludedMetric[];
  /** Runs of steps at which some metric has no value: the long gaps, and outages. */
  readonly gaps: readonly StepRange[];
  /** Facts about the reading. */
  readonly facts: ReadingFacts;
}

/**
 * Gives the time of a step.
 *
 * @param table The table, or anything with its clock.
 * @param step The step's number.
 * @returns Milliseconds since 1970 UTC.
 */
export function stepTime(
  table: Pick<MetricTable, "startMs" | "intervalMs">,
  step: number,
): number {
  return table.startMs + step * table.intervalMs;
}

/**
 * Gives the step nearest to a time.
 *
 * @param table The table, or anything with its clock.
 * @param time ISO 8601, or milliseconds since 1970 UTC.
 * @returns The step's number; below 0 before the table.
 */
export function stepAt(
  { startMs, intervalMs }: Pick<MetricTable, "startMs" | "intervalMs">,
  time: string | number,
): number {
  const ms = typeof time === "string" ? Date.parse(time) : time;
  return Math.round((ms - startMs) / intervalMs);
}

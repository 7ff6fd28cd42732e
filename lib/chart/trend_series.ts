import type { StepRange } from "../frame/metric_table.ts";

/** One metric over time, with what was expected of it where a model scored it. */
export interface TrendSeries {
  /** The metric's name. */
  readonly name: string;
  /** Its unit, as the schema writes it. */
  readonly unit: string;
  /** Time of step 0, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** One value a step, in the unit; NaN where there is none or it was filled in. */
  readonly values: Float32Array;
  /** The reconstruction and its band; absent where no model is involved. */
  readonly expected?: ExpectedSeries;
}

/** What was expected of a metric; all of the same length as its values. */
export interface ExpectedSeries {
  /** The reconstruction, in the unit; NaN where not scored. */
  readonly center: Float32Array;
  /** Lower edge of the band. */
  readonly low: Float32Array;
  /** Upper edge of the band. */
  readonly high: Float32Array;
  /** Distance from expected over the feature's own threshold; 1 is at it. */
  readonly errors: Float32Array;
}

/**
 * Gives the times that a range of steps spans on an axis.
 *
 * @param series The series, or anything with its clock.
 * @param range Half-open steps.
 * @returns Time of the first and of the last step, milliseconds since 1970 UTC.
 */
export function timeDomain(
  series: Pick<TrendSeries, "startMs" | "intervalMs">,
  range: StepRange,
): [number, number] {
  const { startMs, intervalMs } = series;
  const last = Math.max(range.start + 1, range.end - 1);
  return [startMs + range.start * intervalMs, startMs + last * intervalMs];
}

import type { StepRange } from "../../frame/metric_table.ts";

/** A metric that can run out, over all the time that is known of it. */
export interface LimitedSeries {
  /** The metric's name. */
  readonly name: string;
  /** Its unit. */
  readonly unit: string;
  /** The value at which nothing is left. */
  readonly limit: number;
  /** Whether the values lie above the limit or below it. */
  readonly side: "floor" | "ceiling";
  /** Time of step 0, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** Distance to the limit a step, positive before it; NaN where nothing was measured. */
  readonly left: Float32Array;
  /**
   * The least that was left in normal time that is not part of the series;
   * `null` where nothing is known.
   */
  readonly leastBefore: number | null;
  /** Steps that say nothing of what is normal, such as those of incidents. */
  readonly abnormal: readonly StepRange[];
}

/**
 * Gives the value at which so much is left.
 *
 * @param series The metric's limit.
 * @param left Distance to the limit.
 * @returns The value, in the metric's unit.
 */
export function valueAt(
  { limit, side }: Pick<LimitedSeries, "limit" | "side">,
  left: number,
): number {
  return side === "floor" ? limit + left : limit - left;
}

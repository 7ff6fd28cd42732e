import type { StepRange } from "../frame/metric_table.ts";
import { everyStepOutside, outsideSteps } from "./outside_steps.ts";
import { PANEL_SIDES } from "./theme.ts";
import type { TrendSeries } from "./trend_series.ts";

/** Chart units between two rings where not every step gets one. */
const RING_DISTANCE = 7;

/** Which steps are looked at, and where they are drawn. */
export interface RingedStepsOptions {
  /** Steps that the chart shows. */
  readonly range: StepRange;
  /** The panel's width in chart units. */
  readonly width: number;
}

/** Steps with a ring. */
export interface RingedSteps {
  /** In ascending order. */
  readonly steps: readonly number[];
  /** Whether each step outside is among them. */
  readonly areAll: boolean;
}

/**
 * Chooses the steps of a panel that get a ring: those outside the band where
 * something was measured.
 *
 * @param series The metric; without `expected` nothing is outside.
 * @param options Range and width.
 * @returns The steps, and whether they are all.
 */
export function ringedSteps(
  { values, expected }: Pick<TrendSeries, "values" | "expected">,
  { range, width }: RingedStepsOptions,
): RingedSteps {
  if (expected === undefined) return { steps: [], areAll: true };
  const errors = expected.errors.map((error, t) =>
    Number.isNaN(values[t]!) ? NaN : error
  );
  const length = width - PANEL_SIDES.left - PANEL_SIDES.right;
  const buckets = Math.floor(length / RING_DISTANCE);
  const steps = outsideSteps(errors, { range, buckets });
  const areAll = steps.length === everyStepOutside(errors, range).length;
  return { steps, areAll };
}

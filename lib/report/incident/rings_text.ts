import { ringedSteps } from "../../chart/ringed_steps.ts";
import { NARROW_WIDTH } from "../../chart/theme.ts";
import type { TrendSeries } from "../../chart/trend_series.ts";
import type { StepRange } from "../../frame/metric_table.ts";

/**
 * Says what the rings of charts are, and which steps have none because another
 * one's is too close.
 *
 * @param series The metrics that are drawn.
 * @param range Steps that are shown.
 * @returns A sentence; it holds on paper too, where there is less room.
 */
export function ringsText(
  series: readonly TrendSeries[],
  range: StepRange,
): string {
  const areAll = series.every((one) =>
    ringedSteps(one, { range, width: NARROW_WIDTH }).areAll
  );
  return areAll
    ? "Rings: steps outside the band."
    : "Rings: steps outside the band; of a close row the first, the furthest and some between.";
}

import { EXHAUSTION_BUCKETS } from "../../../chart/exhaustion_chart.ts";
import {
  type Exhaustion,
  exhaustionLines,
} from "../../../chart/exhaustion_lines.ts";
import type { TrendSeries } from "../../../chart/trend_series.ts";
import { isoTime } from "../../../frame/iso_time.ts";
import { stepAt, stepTime } from "../../../frame/metric_table.ts";
import type { FigureData } from "../../document.ts";
import { columnTitle } from "./column_title.ts";
import { shownSteps } from "./shown_steps.ts";

/**
 * Gives a trend that nears its limit as a figure's data.
 *
 * @param series The metric's values.
 * @param exhaustion The trend.
 * @returns A row for each measured step of the look-back, and one for each moment
 *   at which a line of the trend reaches the limit; lines end there.
 */
export function warningData(
  series: Omit<TrendSeries, "expected">,
  exhaustion: Exhaustion,
): FigureData {
  const { limit, sinceMs, nowMs, exhaustedMs, intervalMs } = exhaustion;
  const [early, late] = intervalMs;
  const { middleMs, onLine } = exhaustionLines(exhaustion);
  const steps = shownSteps([series.values], {
    range: {
      start: Math.max(0, stepAt(series, sinceMs)),
      end: Math.min(series.values.length, stepAt(series, nowMs) + 1),
    },
    buckets: EXHAUSTION_BUCKETS,
  });
  const moments = [early, exhaustedMs, late]
    .map((ms) => ({ ms, measured: NaN }));
  const measured = steps.map((step) => ({
    ms: stepTime(series, step),
    measured: series.values[step]!,
  }));
  const line = (reachedMs: number, ms: number, fromMs: number) =>
    ms < fromMs || ms > reachedMs ? null : onLine(reachedMs, ms);
  return {
    columns: [
      "timestamp",
      ...["measured", "trend", "trend at the soonest", "trend at the latest"]
        .map((title) => columnTitle(title, series.unit)),
      columnTitle("limit", series.unit),
    ],
    rows: [...measured, ...moments].map(({ ms, measured }) => [
      isoTime(ms),
      measured,
      line(exhaustedMs, ms, sinceMs),
      line(early, ms, middleMs),
      line(late, ms, middleMs),
      limit,
    ]),
  };
}

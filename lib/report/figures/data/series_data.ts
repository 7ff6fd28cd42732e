import { TREND_BUCKETS } from "../../../chart/trend_chart.ts";
import type { TrendSeries } from "../../../chart/trend_series.ts";
import type { StepRange } from "../../../frame/metric_table.ts";
import type { FigureData } from "../../document.ts";
import type { ReportView } from "../../report_view.ts";
import { columnTitle, OWN_THRESHOLDS } from "./column_title.ts";
import { overTime, type TimeColumn } from "./over_time.ts";
import { shownSteps } from "./shown_steps.ts";

/** Which part of metrics is given, and how their columns are named. */
export interface SeriesDataOptions {
  /** Steps that the chart shows. */
  readonly range: StepRange;
  /** Whether columns begin with their metric's name. */
  readonly names: "shown" | "left out";
}

/**
 * Gives metrics over time as a figure's data: what was measured, what was
 * expected with its band, and how far the one was from the other.
 *
 * @param view The report's view.
 * @param series The metrics, at least one; in their own units.
 * @param options Which steps.
 * @returns A row a step.
 */
export function seriesData(
  { chartIncidents }: Pick<ReportView, "chartIncidents">,
  series: readonly TrendSeries[],
  { range, names }: SeriesDataOptions,
): FigureData {
  const lines = series.flatMap(({ values, expected }) =>
    expected ? [values, expected.center] : [values]
  );
  const steps = shownSteps(lines, { range, buckets: TREND_BUCKETS });
  const columns = series.flatMap((one) =>
    columnsOf(one, names === "shown" ? `${one.name} ` : "")
  );
  const [clock] = series;
  return overTime(columns, {
    steps,
    clock: clock ?? { startMs: 0, intervalMs: 1 },
    incidents: chartIncidents,
  });
}

function columnsOf(
  { unit, values, expected }: TrendSeries,
  before: string,
): TimeColumn[] {
  const title = (what: string) => columnTitle(before + what, unit);
  return [
    { title: title("measured"), values },
    ...(expected === undefined ? [] : [
      { title: title("expected"), values: expected.center },
      { title: title("band low"), values: expected.low },
      { title: title("band high"), values: expected.high },
      {
        title: columnTitle(`${before}error`, OWN_THRESHOLDS),
        values: expected.errors,
      },
    ]),
  ];
}

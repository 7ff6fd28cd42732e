import { HEATMAP_BINS } from "../../../chart/heatmap_chart.ts";
import type { TrendSeries } from "../../../chart/trend_series.ts";
import type { StepRange } from "../../../frame/metric_table.ts";
import { extentOf } from "../../data_tables/extent.ts";
import type { FigureData } from "../../document.ts";
import type { ReportView } from "../../report_view.ts";
import { columnTitle, OWN_THRESHOLDS } from "./column_title.ts";
import { overTime } from "./over_time.ts";
import { MOST_STEPS } from "./shown_steps.ts";

/**
 * Gives the errors of metrics as a figure's data.
 *
 * @param view The report's view.
 * @param series The metrics of the chart, from top to bottom.
 * @param range Steps that the chart shows.
 * @returns A row a step, a column a metric; of very many steps a row for each of
 *   the chart's bins, at its first step, with the largest errors in it.
 */
export function heatmapData(
  { input: { table }, chartIncidents }: ReportView,
  series: readonly TrendSeries[],
  range: StepRange,
): FigureData {
  const none = new Float32Array(table.steps).fill(NaN);
  const length = range.end - range.start;
  const bins = length > MOST_STEPS ? HEATMAP_BINS : length;
  const stepOf = (bin: number) =>
    range.start + Math.floor((bin * length) / bins);
  const steps = Array.from({ length: bins }, (_, bin) => stepOf(bin));
  const columns = series.map(({ name, expected }) => {
    const errors = expected?.errors ?? none;
    const values = new Float32Array(table.steps);
    steps.forEach((start, bin) => {
      values[start] = extentOf(errors, { start, end: stepOf(bin + 1) }).high;
    });
    return { title: columnTitle(`${name} error`, OWN_THRESHOLDS), values };
  });
  return overTime(columns, {
    steps,
    clock: table,
    incidents: chartIncidents,
  });
}

import type { StepRange } from "../frame/metric_table.ts";
import type { ChartIncident } from "./incident_layout.ts";
import type { ChartDetail } from "./detail/add_detail.ts";
import { loadPlot } from "./plot.ts";
import { CHART_WIDTH } from "./theme.ts";
import { trendPanel } from "./trend_panel.ts";
import type { TrendSeries } from "./trend_series.ts";

/** Equal parts of a trend's time that lines are thinned to, unless told. */
export const TREND_BUCKETS = 220;

/** How a trend is drawn. */
export interface TrendChartOptions {
  /** Incidents to shade. @default {[]} */
  readonly incidents?: readonly ChartIncident[];
  /** Steps to draw. @default {all} */
  readonly range?: StepRange;
  /** Height in chart units. @default {170} */
  readonly height?: number;
  /** Width in chart units. @default {860} */
  readonly width?: number;
  /** Equal parts of the range that lines are thinned to. @default {220} */
  readonly buckets?: number;
  /** What is kept beside it, for a page that zooms. @default {nothing} */
  readonly detail?: ChartDetail | undefined;
  /** What the chart shows, for those who cannot see it. */
  readonly label?: string;
}

/**
 * Draws one metric over time as SVG text: measured as a line, the expected band
 * as an area, steps outside it as rings, incidents shaded and numbered. Where
 * there is no value the line breaks.
 *
 * @param series The metric; without `expected` it is the line alone.
 * @param options Incidents, range and size.
 * @returns A standalone SVG.
 */
export async function trendChart(
  series: TrendSeries,
  options: TrendChartOptions = {},
): Promise<string> {
  const {
    incidents = [],
    range = { start: 0, end: series.values.length },
    height = 170,
    width = CHART_WIDTH,
    buckets = TREND_BUCKETS,
    label = `${series.name} over time`,
  } = options;
  const runtime = await loadPlot();
  const panel = trendPanel(runtime, series, {
    range,
    incidents,
    height,
    width,
    buckets,
    center: "none",
    timeLabel: "shown",
    detail: options.detail,
  });
  return runtime.toText(panel, label);
}

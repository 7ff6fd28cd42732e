import { plainText } from "../frame/plain_text.ts";
import type { StepRange } from "../frame/metric_table.ts";
import type { ChartIncident } from "./incident_layout.ts";
import { loadPlot } from "./plot.ts";
import { stackPanels } from "./stack_panels.ts";
import { CHART_WIDTH, NARROW_WIDTH } from "./theme.ts";
import { trendPanel } from "./trend_panel.ts";
import type { TrendSeries } from "./trend_series.ts";

/** How actual against expected is drawn. */
export interface ActualExpectedOptions {
  /** Steps to draw. */
  readonly range: StepRange;
  /** Incidents to shade. */
  readonly incidents: readonly ChartIncident[];
  /** Metrics beside each other. @default {1} */
  readonly columns?: 1 | 2;
  /** What the chart shows, for those who cannot see it. */
  readonly label: string;
}

/** Height of one panel in chart units. */
const PANEL_HEIGHT = 148;

/** What the time axis' label needs below the last panel. */
const LABEL_HEIGHT = 14;

/**
 * Draws a few metrics around an incident below each other or in rows, actual
 * against expected, each with its own unit and axis.
 *
 * @param series The metrics, the most important first; at least one.
 * @param options Range and incidents.
 * @returns A standalone SVG.
 */
export async function actualExpectedChart(
  series: readonly TrendSeries[],
  options: ActualExpectedOptions,
): Promise<string> {
  const { range, incidents, label, columns = 1 } = options;
  const width = columns === 1 ? CHART_WIDTH : NARROW_WIDTH;
  const gap = CHART_WIDTH - 2 * NARROW_WIDTH;
  const lastRow = Math.floor((series.length - 1) / columns);
  const runtime = await loadPlot();
  const panels = series.map((one, index) => {
    const last = Math.floor(index / columns) === lastRow;
    const panel = trendPanel(runtime, one, {
      range,
      incidents,
      width,
      buckets: 220 / columns,
      center: "shown",
      height: PANEL_HEIGHT + (last ? LABEL_HEIGHT : 0),
      timeLabel: last ? "shown" : "none",
    });
    panel.setAttribute("data-metric", plainText(one.name));
    return panel;
  });
  return runtime.toText(stackPanels(runtime, panels, { columns, gap }), label);
}

import { plainText } from "../frame/plain_text.ts";
import type { StepRange } from "../frame/metric_table.ts";
import type { ChartIncident } from "./incident_layout.ts";
import { loadPlot } from "./plot.ts";
import { stackPanels } from "./stack_panels.ts";
import { trendPanel } from "./trend_panel.ts";
import type { TrendSeries } from "./trend_series.ts";

/** How actual against expected is drawn. */
export interface ActualExpectedOptions {
  /** Steps to draw. */
  readonly range: StepRange;
  /** Incidents to shade. */
  readonly incidents: readonly ChartIncident[];
  /** What the chart shows, for those who cannot see it. */
  readonly label: string;
}

/** Height of one panel in chart units. */
const PANEL_HEIGHT = 148;

/** What the time axis' label needs below the last panel. */
const LABEL_HEIGHT = 14;

/**
 * Draws a few metrics around an incident below each other, actual against
 * expected, each with its own unit and axis.
 *
 * @param series The metrics, the most important first; at least one.
 * @param options Range and incidents.
 * @returns A standalone SVG.
 */
export async function actualExpectedChart(
  series: readonly TrendSeries[],
  options: ActualExpectedOptions,
): Promise<string> {
  const { range, incidents, label } = options;
  const runtime = await loadPlot();
  const panels = series.map((one, index) => {
    const last = index === series.length - 1;
    const panel = trendPanel(runtime, one, {
      range,
      incidents,
      buckets: 220,
      center: "shown",
      height: PANEL_HEIGHT + (last ? LABEL_HEIGHT : 0),
      timeLabel: last ? "shown" : "none",
    });
    panel.setAttribute("data-metric", plainText(one.name));
    return panel;
  });
  return runtime.toText(stackPanels(runtime, panels), label);
}

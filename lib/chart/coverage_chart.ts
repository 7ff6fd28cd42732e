import {
  type Coverage,
  COVERAGE_BINS,
  type CoverageSeries,
  coverageStretches,
} from "./coverage_stretches.ts";
import { legendMarks } from "./legend_marks.ts";
import { shortName } from "../frame/plain_text.ts";
import { loadPlot } from "./plot.ts";
import { addReadout } from "./readout.ts";
import { textWidth } from "./text_width.ts";
import { CHART_WIDTH, HUES } from "./theme.ts";
import { timeAxis } from "./time_axis.ts";

/** How coverage is drawn. */
export interface CoverageChartOptions {
  /** What the chart shows, for those who cannot see it. @default {"Which metric has values when"} */
  readonly label?: string;
}

/** How they look, worst first. */
const STATES = {
  missing: { height: 0.14, color: "currentColor", label: "no value" },
  imputed: { height: 0.5, color: HUES.alarm, label: "filled in" },
  present: { height: 1, color: HUES.actual, label: "measured" },
} as const;

/** Height of a row in chart units. */
const ROW = 15;

/** Share of it that is free. */
const PADDING = 0.2;

const MARGIN = { top: 34, right: 20, bottom: 42 } as const;

/**
 * Draws when each metric has values: a full bar where it was measured, half a
 * bar where it was filled in, a thin line where there is nothing.
 *
 * @param series Values and what was filled in.
 * @param options A label.
 * @returns A standalone SVG.
 */
export async function coverageChart(
  series: CoverageSeries,
  options: CoverageChartOptions = {},
): Promise<string> {
  const { label = "Which metric has values when" } = options;
  const runtime = await loadPlot();
  const { Plot, document } = runtime;
  const { names, steps, startMs, intervalMs } = series;
  const time = (step: number) => startMs + step * intervalMs;
  const labels = names.map((name) => shortName(name, 34));
  const marginLeft = 16 + Math.max(0, ...labels.map(textWidth));
  const domain = [time(0), time(steps)] as const;
  const spans = coverageStretches(series, { bins: COVERAGE_BINS }).map(
    ({ row, start, end, of }) => ({
      x1: new Date(time(start)),
      x2: new Date(time(end)),
      row,
      of,
    }),
  );
  const bars = (state: Coverage) => {
    const { height, color } = STATES[state];
    return Plot.barX(spans.filter(({ of }) => of === state), {
      x1: "x1",
      x2: "x2",
      y: "row",
      fill: color,
      // From the bottom of the row, as in the legend.
      insetTop: ROW * (1 - PADDING) * (1 - height),
    });
  };
  const chart = Plot.plot({
    document,
    width: CHART_WIDTH,
    height: MARGIN.top + MARGIN.bottom +
      Math.ceil((names.length + PADDING) * ROW),
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft,
    x: { type: "utc", domain: domain.map((ms) => new Date(ms)) },
    y: { type: "band", domain: names.map((_, row) => row), padding: PADDING },
    marks: [
      Plot.axisY({
        tickFormat: (row: number) => labels[row] ?? "",
        tickSize: 0,
        label: null,
      }),
      timeAxis(runtime, {
        domain,
        length: CHART_WIDTH - marginLeft - MARGIN.right,
      }),
      bars("present"),
      bars("imputed"),
      bars("missing"),
      ...legendMarks(runtime, [
        STATES.present,
        STATES.imputed,
        STATES.missing,
      ], { above: 20 }),
    ],
  });
  addReadout(chart, { tells: "moment" });
  return runtime.toText(chart, label);
}

import type { StepRange } from "../frame/metric_table.ts";
import { legendMarks } from "./legend_marks.ts";
import { shortName } from "../frame/plain_text.ts";
import { loadPlot } from "./plot.ts";
import { addReadout } from "./readout.ts";
import { textWidth } from "./text_width.ts";
import { CHART_WIDTH, ERROR_CLASSES, type ErrorClass } from "./theme.ts";
import { tileRows } from "./tile_rows.ts";
import { timeAxis } from "./time_axis.ts";

/** Errors of features over time. */
export interface HeatmapSeries {
  /** Time of step 0, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** One row a feature, from top to bottom: name and error over its own threshold a step. */
  readonly rows: readonly {
    readonly name: string;
    readonly errors: Float32Array;
  }[];
}

/** How errors are drawn. */
export interface HeatmapChartOptions {
  /** Steps to draw. */
  readonly range: StepRange;
  /** Moments to mark with a line, such as an incident's start and end, milliseconds since 1970 UTC. @default {[]} */
  readonly marked?: readonly number[];
  /** What the chart shows, for those who cannot see it. @default {"Errors over time"} */
  readonly label?: string;
}

/** Bins at most; a bin shows its largest error. */
export const HEATMAP_BINS = 120;

/** Height of a row in chart units. */
const ROW = 16;

/** Share of it that is free. */
const PADDING = 0.08;

const MARGIN = { top: 34, right: 20, bottom: 42 } as const;

/**
 * Draws features × time as tiles, stronger the further a feature is from what was
 * expected: grey below its own threshold, orange to red and higher above. A thin line
 * stands where there is no value.
 *
 * @param series The errors.
 * @param options Range and marked moments.
 * @returns A standalone SVG.
 */
export async function heatmapChart(
  series: HeatmapSeries,
  options: HeatmapChartOptions,
): Promise<string> {
  const { range, marked = [], label = "Errors over time" } = options;
  const runtime = await loadPlot();
  const { Plot, document } = runtime;
  const { rows, startMs, intervalMs } = series;
  const steps = range.end - range.start;
  const bins = Math.min(HEATMAP_BINS, steps);
  const stepOf = (bin: number) =>
    range.start + Math.floor((bin * steps) / bins);
  // A step's tile reaches to the next step.
  const time = (step: number) => startMs + step * intervalMs;
  const names = rows.map(({ name }) => shortName(name, 34));
  const marginLeft = 16 + Math.max(0, ...names.map(textWidth));
  const domain = [time(range.start), time(range.end)] as const;
  const tiles = tileRows(
    rows.length,
    bins,
    (row, bin) => worstClass(rows[row]!.errors, stepOf(bin), stepOf(bin + 1)),
  );
  const spans = tiles.map(({ row, start, end, of }) => ({
    x1: new Date(time(stepOf(start))),
    x2: new Date(time(stepOf(end))),
    row,
    of,
  }));
  const chart = Plot.plot({
    document,
    width: CHART_WIDTH,
    height: MARGIN.top + MARGIN.bottom +
      Math.ceil((rows.length + PADDING) * ROW),
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft,
    x: { type: "utc", domain: domain.map((ms) => new Date(ms)) },
    y: { type: "band", domain: rows.map((_, row) => row), padding: PADDING },
    marks: [
      Plot.axisY({
        tickFormat: (row: number) => names[row] ?? "",
        tickSize: 0,
        label: null,
      }),
      timeAxis(runtime, {
        domain,
        length: CHART_WIDTH - marginLeft - MARGIN.right,
      }),
      ...ERROR_CLASSES.map(({ color, opacity, height }, index) =>
        Plot.barX(spans.filter(({ of }) => of === ERROR_CLASSES[index]), {
          x1: "x1",
          x2: "x2",
          y: "row",
          fill: color,
          fillOpacity: opacity,
          insetTop: ROW * (1 - PADDING) * (1 - height),
        })
      ),
      Plot.barX(spans.filter(({ of }) => of === undefined), {
        x1: "x1",
        x2: "x2",
        y: "row",
        fill: "currentColor",
        fillOpacity: 0.6,
        insetTop: ROW / 2 - 1.5,
        insetBottom: ROW / 2 - 1.5,
      }),
      Plot.ruleX(marked.map((ms) => new Date(ms)), {
        strokeWidth: 1.3,
        strokeDasharray: "3 3",
        insetTop: -6,
      }),
      ...legendMarks(runtime, [
        ...ERROR_CLASSES,
        { color: "currentColor", label: "no value", height: 0.15 },
      ], { above: 20 }),
    ],
  });
  addReadout(chart, { tells: "moment" });
  return runtime.toText(chart, label);
}

/** The class of the largest error in `[start, end)`; none where there is no value. */
function worstClass(
  errors: Float32Array,
  start: number,
  end: number,
): ErrorClass | undefined {
  let worst = NaN;
  for (let t = start; t < end; t++) {
    if (!(errors[t]! <= worst) && !Number.isNaN(errors[t]!)) worst = errors[t]!;
  }
  return ERROR_CLASSES.findLast(({ from }) => worst >= from);
}

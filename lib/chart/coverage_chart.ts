import { legendMarks } from "./legend_marks.ts";
import { shortName } from "../frame/plain_text.ts";
import { loadPlot } from "./plot.ts";
import { addReadout } from "./readout.ts";
import { textWidth } from "./text_width.ts";
import { CHART_WIDTH, HUES } from "./theme.ts";
import { tileRows } from "./tile_rows.ts";
import { timeAxis } from "./time_axis.ts";

/** Which metric has values when. */
export interface CoverageSeries {
  /** Time of step 0, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** How many steps. */
  readonly steps: number;
  /** The metrics' names, from top to bottom. */
  readonly names: readonly string[];
  /** Row-major values, shape `[steps, names]`; NaN where there is none. */
  readonly values: Float32Array;
  /** 1 where a value was filled in, shape `[steps, names]`. */
  readonly imputed: Uint8Array;
}

/** How coverage is drawn. */
export interface CoverageChartOptions {
  /** What the chart shows, for those who cannot see it. @default {"Which metric has values when"} */
  readonly label?: string;
}

/** What a bin holds, worst first: one missing step makes its bin missing. */
const STATES = {
  missing: { height: 0.14, color: "currentColor", label: "no value" },
  imputed: { height: 0.5, color: HUES.alarm, label: "filled in" },
  present: { height: 1, color: HUES.actual, label: "measured" },
} as const;

type State = keyof typeof STATES;

/** Bins at most. */
const BINS = 300;

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
  const bins = Math.min(BINS, steps);
  const stepOf = (bin: number) => Math.floor((bin * steps) / bins);
  const time = (step: number) => startMs + step * intervalMs;
  const labels = names.map((name) => shortName(name, 34));
  const marginLeft = 16 + Math.max(0, ...labels.map(textWidth));
  const domain = [time(0), time(steps)] as const;
  const spans = tileRows(
    names.length,
    bins,
    (row, bin) => worstState(series, row, [stepOf(bin), stepOf(bin + 1)]),
  ).map(({ row, start, end, of }) => ({
    x1: new Date(time(stepOf(start))),
    x2: new Date(time(stepOf(end))),
    row,
    of,
  }));
  const bars = (state: State) => {
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
    height: MARGIN.top + MARGIN.bottom + (names.length + PADDING) * ROW,
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

function worstState(
  { values, imputed, names }: CoverageSeries,
  row: number,
  [start, end]: readonly [number, number],
): State {
  let state: State = "present";
  for (let t = start; t < end; t++) {
    const at = t * names.length + row;
    if (Number.isNaN(values[at]!)) return "missing";
    if (imputed[at] === 1) state = "imputed";
  }
  return state;
}

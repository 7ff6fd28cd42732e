import { displayScale } from "../frame/units.ts";
import { shortName } from "../frame/plain_text.ts";
import { type Exhaustion, exhaustionLines } from "./exhaustion_lines.ts";
import { m4 } from "./m4.ts";
import { loadPlot } from "./plot.ts";
import { CHART_WIDTH, HUES } from "./theme.ts";
import { timeAxis } from "./time_axis.ts";
import type { TrendSeries } from "./trend_series.ts";

/** How it is drawn. */
export interface ExhaustionChartOptions {
  /** What the chart shows, for those who cannot see it. */
  readonly label: string;
}

const MARGIN = { top: 24, right: 20, left: 58, bottom: 42 } as const;

/** Equal parts of the time that the line is thinned to. */
export const EXHAUSTION_BUCKETS = 220;

/** A late end is drawn to so many times what is left. */
const FARTHEST = 2;

/**
 * Draws how a metric nears its limit as SVG text: measured as a line, its trend
 * dashed, drawn on to the limit, with the fan of its interval; what is measured
 * ends at a dotted rule.
 *
 * @param series The metric's values, those of the look-back among them.
 * @param exhaustion The trend.
 * @param options What the chart shows.
 * @returns A standalone SVG.
 */
export async function exhaustionChart(
  series: Omit<TrendSeries, "expected">,
  exhaustion: Exhaustion,
  { label }: ExhaustionChartOptions,
): Promise<string> {
  const { limit, sinceMs, nowMs, exhaustedMs, intervalMs } = exhaustion;
  const [early, late] = intervalMs;
  const runtime = await loadPlot();
  const { Plot, document } = runtime;
  const endMs = Math.min(late, nowMs + FARTHEST * (exhaustedMs - nowMs));
  const domain = [sinceMs, Math.max(endMs, exhaustedMs)] as const;
  const stepOf = (ms: number) =>
    Math.round((ms - series.startMs) / series.intervalMs);
  const range = {
    start: Math.max(0, stepOf(sinceMs)),
    end: Math.min(series.values.length, stepOf(nowMs) + 1),
  };
  const { middleMs, middle, onLine } = exhaustionLines(exhaustion);
  const shown = series.values.subarray(range.start, range.end)
    .filter((value) => !Number.isNaN(value));
  const ends = [limit, middle, onLine(exhaustedMs, sinceMs), ...shown];
  const [low, high] = ends.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  const { factor, unit } = displayScale(
    series.unit,
    Math.max(Math.abs(low!), Math.abs(high!)),
  );
  const room = 0.06 * (high! - low!);
  const axis = [
    (limit === low ? low : low! - room) * factor,
    (limit === high ? high : high! + room) * factor,
  ];
  const line = (reachedMs: number, from: number, to: number) =>
    [from, Math.min(to, reachedMs)].map((ms) => ({
      x: new Date(ms),
      y: onLine(reachedMs, ms) * factor,
    }));
  const fan = [middleMs, Math.min(early, domain[1]), domain[1]].map((ms) => ({
    x: new Date(ms),
    soon: onLine(early, Math.min(ms, early)) * factor,
    late: onLine(late, Math.min(ms, late)) * factor,
  }));
  const measured = m4(series.values, { range, buckets: EXHAUSTION_BUCKETS })
    .map((t) => ({
      x: new Date(series.startMs + t * series.intervalMs),
      y: series.values[t]! * factor,
    }));
  const panel = Plot.plot({
    document,
    width: CHART_WIDTH,
    height: 220,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginLeft: MARGIN.left,
    marginBottom: MARGIN.bottom,
    x: { type: "utc", domain },
    y: { domain: axis },
    marks: [
      Plot.axisY({
        ticks: 5,
        tickSize: 4,
        label: shortName(series.name, 70) + (unit ? `, ${unit}` : ""),
        labelArrow: "none",
      }),
      Plot.gridY({ strokeOpacity: 0.12, ticks: 3 }),
      timeAxis(runtime, {
        domain,
        length: CHART_WIDTH - MARGIN.left - MARGIN.right,
      }),
      Plot.area(fan, {
        x1: "x",
        y1: "soon",
        y2: "late",
        fill: HUES.alarm,
        fillOpacity: 0.18,
      }),
      Plot.line(measured, {
        x: "x",
        y: "y",
        stroke: HUES.actual,
        strokeWidth: 1.2,
        ariaLabel: () => "measured",
      }),
      Plot.line(line(exhaustedMs, sinceMs, domain[1]), {
        x: "x",
        y: "y",
        stroke: HUES.alarm,
        strokeWidth: 1.4,
        strokeDasharray: "6 4",
      }),
      Plot.ruleY([limit * factor], { stroke: HUES.alarm, strokeWidth: 1.3 }),
      Plot.ruleX([new Date(nowMs)], {
        strokeDasharray: "2 3",
        strokeOpacity: 0.7,
      }),
      Plot.text([{ x: new Date(nowMs) }], {
        x: "x",
        text: () => "known until here",
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -3,
      }),
    ],
  });
  return runtime.toText(panel, label);
}

import { addDetail } from "./detail/add_detail.ts";
import { incidentMarks } from "./chart_incident.ts";
import type { ChartIncident } from "./incident_layout.ts";
import { m4 } from "./m4.ts";
import { loadPlot } from "./plot.ts";
import { addReadout } from "./readout.ts";
import { scoreDomain } from "./score_domain.ts";
import { CHART_WIDTH, HUES } from "./theme.ts";
import { timeAxis } from "./time_axis.ts";
import { timeDomain } from "./trend_series.ts";

/** A score over time. */
export interface ScoreSeries {
  /** Time of step 0, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** One score a step, 1 at the threshold; NaN where not scored. */
  readonly score: Float32Array;
}

/** Equal parts of the time that the score is thinned to, unless told. */
export const SCORE_BUCKETS = 300;

/** How the score is drawn. */
export interface ScoreChartOptions {
  /** Incidents to shade. @default {[]} */
  readonly incidents?: readonly ChartIncident[];
  /** Equal parts of the time that the line is thinned to. @default {300} */
  readonly buckets?: number;
  /** The line in more detail than it is drawn in, for a page that zooms. @default {none} */
  readonly detail?: string | undefined;
  /** What the chart shows, for those who cannot see it. @default {"Score over time"} */
  readonly label?: string;
}

const MARGIN = { top: 34, right: 66, bottom: 42, left: 48 } as const;

/** Ticks of the compressed axis: 0, 1 and the round numbers above. */
const ROUND = [0, 1, 2, 5, 10, 20, 50];

/**
 * Draws the score over time against the threshold, which is 1, with incidents
 * shaded and numbered. Where the highest score is above 8 the axis is linear
 * below about 1 and logarithmic above, so that 0.5 and 800 can both be read.
 *
 * @param series The scores.
 * @param options Incidents and fineness.
 * @returns A standalone SVG.
 */
export async function scoreChart(
  series: ScoreSeries,
  options: ScoreChartOptions = {},
): Promise<string> {
  const {
    incidents = [],
    buckets = SCORE_BUCKETS,
    detail,
    label = "Score over time",
  } = options;
  const runtime = await loadPlot();
  const { Plot, document } = runtime;
  const { score, startMs, intervalMs } = series;
  const range = { start: 0, end: score.length };
  const domain = timeDomain(series, range);
  const length = CHART_WIDTH - MARGIN.left - MARGIN.right;
  const { domain: scores, top, isCompressed } = scoreDomain(score);
  const points = m4(score, { buckets }).map((t) => ({
    x: new Date(startMs + t * intervalMs),
    y: score[t]!,
  }));
  const chart = Plot.plot({
    document,
    width: CHART_WIDTH,
    height: 250,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { type: "utc", domain },
    y: {
      domain: scores,
      ...(isCompressed ? { type: "symlog", constant: 1 } : {}),
    },
    marks: [
      ...incidentMarks(runtime, incidents, { domain, length }),
      Plot.axisY({
        ticks: isCompressed ? scoreTicks(top) : 5,
        tickSize: 4,
        tickFormat: (value: number) => value.toLocaleString("en-US"),
        label: isCompressed
          ? "score (× threshold), compressed above 1"
          : "score (× threshold)",
        labelArrow: "none",
      }),
      timeAxis(runtime, { domain, length }),
      Plot.line(points, {
        x: "x",
        y: "y",
        stroke: HUES.actual,
        strokeWidth: 1.2,
        ariaLabel: () => "score",
      }),
      Plot.ruleY([1], {
        stroke: HUES.alarm,
        strokeWidth: 1.3,
        strokeDasharray: "6 4",
      }),
      Plot.text(["threshold"], {
        y: [1],
        frameAnchor: "right",
        textAnchor: "start",
        dx: 4,
      }),
    ],
  });
  addReadout(chart, { unit: "× threshold" });
  if (detail) {
    addDetail(chart, { stepMs: intervalMs, parts: { score: detail } });
  }
  return runtime.toText(chart, label);
}

/**
 * Chooses ticks of the compressed axis.
 *
 * @param top The highest score.
 * @returns 0, 1 and round numbers up to the highest score, ascending.
 */
export function scoreTicks(top: number): number[] {
  const ticks = ROUND.filter((tick) => tick <= top);
  for (let decade = 100; decade <= top; decade *= 10) ticks.push(decade);
  return ticks;
}

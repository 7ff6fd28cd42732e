import { displayScale } from "../frame/units.ts";
import type { StepRange } from "../frame/metric_table.ts";
import { incidentMarks } from "./chart_incident.ts";
import type { ChartIncident } from "./incident_layout.ts";
import { addDetail, type ChartDetail } from "./detail/add_detail.ts";
import { envelope } from "./envelope.ts";
import { m4 } from "./m4.ts";
import { shortName } from "../frame/plain_text.ts";
import type { PlotRuntime } from "./plot.ts";
import { addReadout } from "./readout.ts";
import { ringedSteps } from "./ringed_steps.ts";
import { CHART_WIDTH, HUES, PANEL_SIDES } from "./theme.ts";
import { timeAxis } from "./time_axis.ts";
import { timeDomain, type TrendSeries } from "./trend_series.ts";
import { valueDomain } from "./value_domain.ts";

/** How a panel is drawn. */
export interface TrendPanelOptions {
  /** Steps to draw. */
  readonly range: StepRange;
  /** Incidents to shade. */
  readonly incidents: readonly ChartIncident[];
  /** Height in chart units. */
  readonly height: number;
  /** Width in chart units. @default {860} */
  readonly width?: number;
  /** Whether the time axis has a label below it; inner panels of a stack have none. */
  readonly timeLabel: "shown" | "none";
  /** Whether the reconstruction is drawn as a line inside its band. */
  readonly center: "shown" | "none";
  /** Equal parts of the range that lines are thinned to. */
  readonly buckets: number;
  /** What is kept beside it, for a page that zooms. @default {nothing} */
  readonly detail?: ChartDetail | undefined;
}

const MARGIN = { top: 34, ...PANEL_SIDES } as const;

/** Chart units of a tick where there is little room. */
const NARROW_TICK = 60;

/**
 * Draws one metric over time: the expected band as an area, what was measured
 * as a line that breaks where there is no value, rings at steps outside the
 * band, incidents shaded and numbered.
 *
 * @param runtime Plot.
 * @param series The metric.
 * @param options Range, incidents and size.
 * @returns The panel's SVG element.
 */
export function trendPanel(
  runtime: PlotRuntime,
  series: TrendSeries,
  options: TrendPanelOptions,
): Element {
  const { Plot, document } = runtime;
  const { range, buckets, height, width = CHART_WIDTH } = options;
  const domain = timeDomain(series, range);
  const length = width - MARGIN.left - MARGIN.right;
  const { factor, unit } = displayScale(
    series.unit,
    Math.max(...valueDomain(series, range).map(Math.abs)),
  );
  const time = (step: number) =>
    new Date(series.startMs + step * series.intervalMs);
  const line = (values: Float32Array) =>
    m4(values, { range, buckets }).map((step) => ({
      x: time(step),
      y: values[step]! * factor,
    }));
  const actual = line(series.values);
  const { expected } = series;
  const empty = actual.every(({ y }) => Number.isNaN(y));

  const panel = Plot.plot({
    document,
    width,
    height,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginLeft: MARGIN.left,
    marginBottom: options.timeLabel === "shown" ? 42 : 34,
    x: { type: "utc", domain },
    y: { domain: valueDomain(series, range).map((end) => end * factor) },
    marks: [
      ...incidentMarks(runtime, options.incidents, { domain, length }),
      Plot.axisY({
        ticks: Math.max(2, Math.round((height - 70) / 30)),
        tickSize: 4,
        label: shortName(series.name, width < CHART_WIDTH ? 40 : 70) +
          (unit ? `, ${unit}` : ""),
        labelArrow: "none",
      }),
      Plot.gridY({ strokeOpacity: 0.12, ticks: 3 }),
      timeAxis(runtime, {
        domain,
        length,
        ...(width < CHART_WIDTH ? { tickWidth: NARROW_TICK } : {}),
        ...(options.timeLabel === "none" ? { label: null } : {}),
      }),
      ...(expected ? bandMarks() : []),
      Plot.line(actual, {
        x: "x",
        y: "y",
        stroke: HUES.actual,
        strokeWidth: 1.2,
        ariaLabel: () => "measured",
      }),
      ...(expected ? [rings()] : []),
      ...(empty
        ? [Plot.text(["no value in this span"], { frameAnchor: "middle" })]
        : []),
    ],
  });
  addReadout(panel, { name: shortName(series.name, 40), unit });
  if (options.detail) addDetail(panel, options.detail);
  return panel;

  function bandMarks() {
    const { low, high, center } = expected!;
    const band = envelope(low, high, { range, buckets }).map((point) => ({
      x: time(point.step),
      low: point.low * factor,
      high: point.high * factor,
    }));
    return [
      Plot.area(band, {
        x1: "x",
        y1: "low",
        y2: "high",
        fill: HUES.expected,
        fillOpacity: 0.22,
        stroke: HUES.expected,
        strokeWidth: 0.75,
        ariaLabel: () => "expected",
      }),
      ...(options.center === "none" ? [] : [
        Plot.line(line(center), {
          x: "x",
          y: "y",
          stroke: HUES.expected,
          strokeWidth: 1,
          strokeDasharray: "4 3",
        }),
      ]),
    ];
  }

  function rings() {
    const { steps } = ringedSteps(series, { range, width });
    return Plot.dot(steps, {
      x: time,
      y: (step: number) => series.values[step]! * factor,
      r: 2.6,
      stroke: HUES.alarm,
      strokeWidth: 1.4,
    });
  }
}

import { shortName } from "../frame/plain_text.ts";
import { loadPlot } from "./plot.ts";
import { textWidth } from "./text_width.ts";
import { CHART_WIDTH, HUES } from "./theme.ts";

/** When a signal left its expected band. */
export interface OnsetRow {
  /** The signal's name. */
  readonly name: string;
  /** Milliseconds after the first deviation. */
  readonly afterMs: number;
}

/** How onsets are drawn. */
export interface OnsetChartOptions {
  /** The alarm, milliseconds after the first deviation; below 0 where it came first. */
  readonly alarmMs: number;
  /** Rows at most. @default {10} */
  readonly most?: number;
  /** Width in chart units; where it is less, names are cut. @default {860} */
  readonly width?: number;
  /** What the chart shows, for those who cannot see it. */
  readonly label?: string;
}

/** Units of times, on the axis and beside it; each from twice its length up to `most`. */
const UNITS = [
  { name: "days", ms: 86_400_000, most: Infinity },
  { name: "h", ms: 3_600_000, most: 48 },
  { name: "min", ms: 60_000, most: 600 },
  { name: "s", ms: 1000, most: 600 },
] as const;

/** Characters before a row, and where there is less room. */
const NAME_LENGTH = { wide: 48, narrow: 26 } as const;

/** Height of one row in chart units. */
const ROW = 20;

/**
 * Draws in which order signals left their expected bands: a dot each on an axis
 * of time from the first deviation, and a line from it to the alarm.
 *
 * @param rows In order of onset.
 * @param options The alarm.
 * @returns A standalone SVG.
 */
export async function onsetChart(
  rows: readonly OnsetRow[],
  options: OnsetChartOptions,
): Promise<string> {
  const { alarmMs, most = 10, label = "Order of onset" } = options;
  const { width = CHART_WIDTH } = options;
  const isNarrow = width < CHART_WIDTH;
  const nameLength = NAME_LENGTH[isNarrow ? "narrow" : "wide"];
  const runtime = await loadPlot();
  const { Plot, document } = runtime;
  const shown = rows.slice(0, most);
  const moments = [0, alarmMs, ...shown.map(({ afterMs }) => afterMs)];
  const [low, high] = [Math.min(...moments), Math.max(...moments)];
  const unit = unitOf(high - low, shown);
  const alarm = alarmMs / unit.ms;
  const dots = shown.map(({ name, afterMs }, index) => ({
    key: String(index),
    name: shortName(name, nameLength),
    after: afterMs / unit.ms,
    text: afterMs === 0 ? "first" : `+${inUnit(afterMs, unit)} ${unit.name}`,
  }));
  const names = new Map(dots.map(({ key, name }) => [key, name]));
  const chart = Plot.plot({
    document,
    width,
    height: 62 + dots.length * ROW,
    marginTop: 22,
    marginBottom: 36,
    marginLeft: 16 + Math.max(...dots.map(({ name }) => textWidth(name))),
    marginRight: isNarrow ? 84 : 110,
    x: {
      // Room for a dot at either end.
      domain: [low / unit.ms, Math.max(high, low + unit.ms) / unit.ms],
      insetLeft: 8,
      insetRight: 8,
    },
    y: { domain: dots.map(({ key }) => key), padding: 0.25 },
    marks: [
      Plot.axisX({
        ticks: isNarrow ? 3 : 6,
        tickFormat: (after: number) => String(Number(after.toPrecision(6))),
        tickSize: 4,
        label: `time from the first deviation (${unit.name})`,
        labelArrow: "none",
        labelOffset: 32,
      }),
      Plot.gridX({ strokeOpacity: 0.12, ticks: 6 }),
      Plot.axisY({
        tickFormat: (key: string) => names.get(key) ?? "",
        tickSize: 0,
        label: null,
      }),
      Plot.ruleY(dots.filter(({ after }) => after < alarm), {
        y: "key",
        x1: "after",
        x2: alarm,
        stroke: HUES.alarm,
        strokeWidth: 2,
        strokeOpacity: 0.6,
      }),
      Plot.ruleX([alarm], { strokeDasharray: "4 3" }),
      Plot.text([alarm], {
        x: (at: number) => at,
        text: () => "alarm",
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -4,
      }),
      Plot.dot(dots, { x: "after", y: "key", r: 4, fill: HUES.alarm }),
      Plot.text(dots, {
        y: "key",
        text: "text",
        frameAnchor: "right",
        textAnchor: "start",
        dx: 10,
      }),
    ],
  });
  return runtime.toText(chart, label);
}

type Unit = (typeof UNITS)[number];

/** The largest unit in which all onsets are whole, else the smallest that has room. */
function unitOf(span: number, rows: readonly OnsetRow[]): Unit {
  const units = UNITS.filter(({ ms, most }) =>
    span >= 2 * ms && span <= most * ms
  );
  const whole = units.find(({ ms }) =>
    rows.every(({ afterMs }) => afterMs % ms === 0)
  );
  return whole ?? units.at(-1) ?? UNITS[3];
}

/** A part of the unit where it is not whole: a tenth, or what tells it from none. */
function inUnit(ms: number, unit: Unit): string {
  const tenths = Number((ms / unit.ms).toFixed(1));
  return String(tenths === 0 ? Number((ms / unit.ms).toPrecision(1)) : tenths);
}

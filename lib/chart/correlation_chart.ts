import { shortName } from "../frame/plain_text.ts";
import { loadPlot } from "./plot.ts";
import { textWidth } from "./text_width.ts";
import { CHART_WIDTH } from "./theme.ts";

/** Correlations of metrics with each other. */
export interface CorrelationMatrix {
  /** The metrics' names. */
  readonly names: readonly string[];
  /** Row-major correlations in [−1, 1], shape `[names, names]`; NaN where undefined. */
  readonly values: ArrayLike<number>;
}

/** How correlations are drawn. */
export interface CorrelationChartOptions {
  /** What the chart shows, for those who cannot see it. @default {"Correlations of metrics"} */
  readonly label?: string;
}

/** Colours from −1 over 0 to 1: blue and orange differ for every kind of colour vision. */
const ENDS = ["#0f5c9c", "#f1f3f5", "#b84a00"] as const;

/** Largest side of a tile in chart units. */
const LARGEST_TILE = 40;

/** Absolute correlations from here on are written into their tile. */
const WRITTEN_FROM = 0.3;

/**
 * Draws a matrix of correlations as tiles: orange for metrics that move
 * together, blue for opposite ones; the larger values are written in the tile.
 *
 * @param matrix The correlations.
 * @param options A label.
 * @returns A standalone SVG.
 */
export async function correlationChart(
  matrix: CorrelationMatrix,
  options: CorrelationChartOptions = {},
): Promise<string> {
  const { label = "Correlations of metrics" } = options;
  const runtime = await loadPlot();
  const { Plot, document } = runtime;
  const { names } = matrix;
  const labels = names.map((name) => shortName(name, 26));
  const margin = 16 + Math.max(0, ...labels.map(textWidth));
  const tile = Math.min(
    LARGEST_TILE,
    (CHART_WIDTH - margin - 20) / Math.max(1, names.length),
  );
  const side = tile * names.length;
  const cells = names.flatMap((_, y) =>
    names.map((_, x) => ({ x, y, value: matrix.values[y * names.length + x]! }))
  );
  const axis = (tickRotate: number) => ({
    tickFormat: (index: number) => labels[index] ?? "",
    tickSize: 0,
    tickRotate,
    label: null,
  });
  const chart = Plot.plot({
    document,
    width: margin + side + 20,
    height: side + margin,
    marginTop: 8,
    marginRight: 20,
    marginBottom: margin - 8,
    marginLeft: margin,
    x: { type: "band", domain: names.map((_, index) => index), padding: 0.04 },
    y: { type: "band", domain: names.map((_, index) => index), padding: 0.04 },
    color: { type: "linear", domain: [-1, 0, 1], range: ENDS },
    marks: [
      Plot.axisX({ ...axis(-60), textAnchor: "end" }),
      Plot.axisY(axis(0)),
      Plot.cell(cells.filter(({ value }) => !Number.isNaN(value)), {
        x: "x",
        y: "y",
        fill: "value",
      }),
      ...(tile < 18 ? [] : [
        Plot.text(
          cells.filter(({ value }) => Math.abs(value) >= WRITTEN_FROM),
          {
            x: "x",
            y: "y",
            text: ({ value }: { value: number }) => signed(value),
            // The tile is light around 0 and dark at both ends.
            fill: ({ value }: { value: number }) =>
              Math.abs(value) > 0.8 ? "#ffffff" : "#16191d",
            fontSize: tile < 28 ? 8 : 11,
          },
        ),
      ]),
    ],
  });
  return runtime.toText(chart, label);
}

function signed(value: number): string {
  const digits = Math.abs(value).toFixed(1).replace(/^0/, "");
  return value < 0 ? `−${digits}` : digits;
}

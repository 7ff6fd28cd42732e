import { loadPlot } from "./plot.ts";
import { addReadout } from "./readout.ts";
import { CHART_WIDTH, HUES } from "./theme.ts";

/** Losses of one epoch. */
export interface EpochLosses {
  /** Counted from 1. */
  readonly epoch: number;
  /** Loss on the fit part. */
  readonly fit: number;
  /** Loss on the early-stopping part. */
  readonly stop: number;
}

/** How losses are drawn. */
export interface LossChartOptions {
  /** Epoch whose weights were kept. */
  readonly bestEpoch: number;
  /** What the chart shows, for those who cannot see it. @default {"Loss an epoch"} */
  readonly label?: string;
}

/**
 * Draws the loss an epoch on a logarithmic axis: a solid line for the fit part,
 * a dashed one for the early-stopping part, a rule at the epoch that was kept.
 *
 * @param losses In order of epochs.
 * @param options The epoch that was kept.
 * @returns A standalone SVG.
 */
export async function lossChart(
  losses: readonly EpochLosses[],
  options: LossChartOptions,
): Promise<string> {
  const { bestEpoch, label = "Loss an epoch" } = options;
  const runtime = await loadPlot();
  const { Plot, document } = runtime;
  const { domain, ticks } = lossScale(losses);
  const line = (y: "fit" | "stop", stroke: string, strokeDasharray: string) =>
    Plot.line(losses, {
      ...{ x: "epoch", y, stroke, strokeDasharray },
      ariaLabel: () => y === "fit" ? "fit" : "early stop",
    });
  const chart = Plot.plot({
    document,
    width: CHART_WIDTH,
    height: 220,
    marginTop: 26,
    marginRight: 120,
    marginBottom: 40,
    marginLeft: 60,
    x: { domain: [1, Math.max(2, losses.length)] },
    y: { type: "log", domain },
    marks: [
      Plot.axisX({
        // Fewer than there are whole epochs: none stands between two.
        ticks: Math.min(12, Math.max(1, losses.length - 1)),
        tickFormat: (epoch: number) => String(epoch),
        tickSize: 4,
        label: "epoch",
        labelArrow: "none",
      }),
      // Texts, since a logarithmic axis leaves out formats that it finds too many.
      Plot.axisY(ticks, {
        text: (loss: number) => String(loss),
        tickSize: 4,
        label: "mean squared error (scaled values)",
        labelArrow: "none",
      }),
      Plot.gridY(ticks, { strokeOpacity: 0.12 }),
      Plot.ruleX([bestEpoch], { strokeDasharray: "2 3", strokeOpacity: 0.7 }),
      Plot.text([bestEpoch], {
        x: (epoch: number) => epoch,
        text: () => "kept",
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -3,
      }),
      line("fit", HUES.actual, "none"),
      line("stop", HUES.alarm, "5 3"),
      ...endLabels(losses.at(-1)).map((end) =>
        Plot.text([end], {
          x: "epoch",
          y: "loss",
          text: "text",
          textAnchor: "start",
          dx: 8,
          dy: end.dy,
        })
      ),
    ],
  });
  addReadout(chart, { counts: "epoch" });
  return runtime.toText(chart, label);
}

/** From one round value to another: powers of ten, with 2 and 5 between where they are few. */
function lossScale(losses: readonly EpochLosses[]) {
  const all = losses.flatMap(({ fit, stop }) => [fit, stop])
    .filter((loss) => loss > 0);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const low = Math.floor(Math.log10(least));
  const high = Math.ceil(Math.log10(most));
  const parts = high - low > 3 ? [1] : [1, 2, 5];
  const round = Array.from({ length: high - low + 1 }, (_, i) => low + i)
    .flatMap((power) => parts.map((part) => Number(`${part}e${power}`)));
  const bottom = round.findLast((value) => value <= least) ?? least;
  const top = round.find((value) => value >= most && value > bottom) ?? most;
  const domain = [bottom, top];
  const ticks = round.filter((value) => value >= bottom && value <= top);
  return { domain, ticks };
}

/** Labels at the ends of the lines, moved apart so that they never overlap. */
function endLabels(last: EpochLosses | undefined) {
  if (last === undefined) return [];
  const { epoch, fit, stop } = last;
  const apart = fit > stop ? -6 : 6;
  return [
    { epoch, loss: fit, text: "fit (solid)", dy: apart },
    { epoch, loss: stop, text: "early stop (dashed)", dy: -apart },
  ];
}

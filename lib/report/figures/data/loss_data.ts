import type { EpochLosses } from "../../../chart/loss_chart.ts";
import type { FigureData } from "../../document.ts";

/**
 * Gives the loss an epoch as a figure's data.
 *
 * @param losses In order of epochs.
 * @param options Epoch whose weights were kept.
 * @returns A row an epoch; losses are mean squared errors of scaled values.
 */
export function lossData(
  losses: readonly EpochLosses[],
  { bestEpoch }: { readonly bestEpoch: number },
): FigureData {
  return {
    columns: ["epoch", "fit loss", "early stop loss", "kept"],
    rows: losses.map(({ epoch, fit, stop }) => [
      epoch,
      fit,
      stop,
      epoch === bestEpoch ? "yes" : "no",
    ]),
  };
}

import type { EpochLosses } from "../../chart/loss_chart.ts";
import type { Table } from "../document.ts";
import { toSpans } from "./spans.ts";

/**
 * Gives the loss an epoch as a table: the first and the last, the one that was
 * kept, and some between them.
 *
 * @param losses In order of epochs.
 * @param options Epoch whose weights were kept.
 * @returns A row an epoch.
 */
export function lossTable(
  losses: readonly EpochLosses[],
  { bestEpoch }: { readonly bestEpoch: number },
): Table {
  const last = losses.length - 1;
  const shown = new Set(
    toSpans({ start: 0, end: losses.length }).map(({ start }) => start),
  ).add(last);
  const digits = (loss: number) => String(Number(loss.toPrecision(4)));
  return {
    kind: "table",
    caption: "Mean squared error of scaled values" +
      (shown.size < losses.length ? ", of some of the epochs." : "."),
    columns: [
      { title: "Epoch", align: "left" },
      { title: "Fit", align: "right" },
      { title: "Early stop", align: "right" },
    ],
    rows: losses
      .filter(({ epoch }, index) => shown.has(index) || epoch === bestEpoch)
      .map(({ epoch, fit, stop }) => [
        epoch === bestEpoch ? `${epoch} (kept)` : String(epoch),
        digits(fit),
        digits(stop),
      ]),
  };
}

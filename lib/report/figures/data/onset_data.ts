import type { Onset } from "../../../detect/onset_order.ts";
import { isoTime } from "../../../frame/iso_time.ts";
import { plainText } from "../../../frame/plain_text.ts";
import type { FigureData } from "../../document.ts";

/**
 * Gives the order of onset as a figure's data.
 *
 * @param onsets In order of time.
 * @returns A row a signal, named by its member that left its band first.
 */
export function onsetData(onsets: readonly Onset[]): FigureData {
  return {
    columns: [
      "timestamp",
      "signal",
      "moves together with",
      "after the first deviation (s)",
      "before the alarm (s)",
    ],
    rows: onsets.flatMap(({ ms, afterMs, leadMs, signals }) =>
      signals.map(({ feature, others }) => [
        isoTime(ms),
        plainText(feature),
        others.map((other) => plainText(other.feature)).join("; ") || null,
        afterMs / 1000,
        leadMs / 1000,
      ])
    ),
  };
}

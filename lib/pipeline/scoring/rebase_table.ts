import type { Distances } from "../../detect/distance.ts";
import { type LevelChange, settleSteps } from "../../detect/level_change.ts";
import { rebase, type Rebased } from "../../detect/rebase.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import type { Scaler } from "../../frame/scaler.ts";
import type { Autoencoder } from "../../model/engine.ts";
import type { Detector } from "../store/detector.ts";
import { reconstructPart } from "./reconstruct_table.ts";

/** How a reconstructed table is judged where levels have moved. */
export interface RebaseTableOptions {
  /** What the network gave for the table as it was measured; made anew in place. */
  readonly reconstructed: Distances;
  /** What was learned. */
  readonly detector: Pick<Detector, "features" | "intervalMs" | "window">;
  /** The network's scaler. */
  readonly scaler: Scaler;
  /** Scores distances, in thresholds. */
  readonly scoreOf: (distance: Float32Array) => Float32Array;
}

/**
 * Judges a table against the levels at which its features have come to stand:
 * the network is given their values moved back to where it knows them, and what
 * it expects is moved along.
 *
 * @param autoencoder The network.
 * @param table The table, with the detector's features.
 * @param options What was reconstructed, and how it is scored.
 * @returns Changes and scores; expected values and distances are made anew in
 *   place.
 */
export async function rebaseTable(
  autoencoder: Autoencoder,
  table: MetricTable,
  { reconstructed, detector, scaler, scoreOf }: RebaseTableOptions,
): Promise<Rebased> {
  const { features } = detector;
  const { expected, distance } = reconstructed;
  return await rebase({
    distance,
    scaledAt: (t, f) =>
      (table.values[t * features.length + f]! - scaler.min[f]!) /
      scaler.range[f]!,
    imputed: table.imputed,
    scales: features.map((feature) => feature.scale),
    medians: features.map(({ median, min, range }) => (median - min) / range),
    settle: settleSteps(detector),
  }, {
    score: () => scoreOf(distance),
    again: async ({ start, end }, offsets) => {
      // The windows that end in this part begin before it.
      const from = Math.max(0, start - autoencoder.window + 1);
      const range = { start: from, end };
      const part = await reconstructPart(autoencoder, table, {
        ...{ range, scaler, offsets },
      });
      const lead = (start - from) * features.length;
      const to = start * features.length;
      expected.set(part.expected.subarray(lead), to);
      distance.set(part.distance.subarray(lead), to);
    },
  });
}

/**
 * Tells changes in the steps of a table without its first ones.
 *
 * @param warmup How many steps the table loses.
 * @param changes Changes of the whole table.
 * @returns Those from which on a step that is left is judged anew.
 */
export function changesAfter(
  warmup: number,
  changes: readonly LevelChange[],
): LevelChange[] {
  return changes.filter(({ at }) => at > warmup).map((change) => ({
    ...change,
    since: Math.max(0, change.since - warmup),
    settled: Math.max(0, change.settled - warmup),
    at: change.at - warmup,
  }));
}

import {
  clampInput,
  type Distances,
  distances,
} from "../../detect/distance.ts";
import { InputError } from "../../errors.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import { scale, type Scaler } from "../../frame/scaler.ts";
import { windowEnds } from "../../frame/windows.ts";
import type { Autoencoder } from "../../model/engine.ts";

/**
 * Reconstructs every step that a whole window without a gap leads up to.
 *
 * @param autoencoder The network.
 * @param table The table with the network's features.
 * @param scaler The network's scaler.
 * @returns Scaled expected values and distances, shape `[steps, features]`.
 * @throws {InputError} If there is no such step.
 */
export async function reconstructTable(
  autoencoder: Autoencoder,
  table: MetricTable,
  scaler: Scaler,
): Promise<Distances> {
  const scaled = scale(table, scaler);
  const ends = windowEnds(
    table,
    { start: 0, end: table.steps },
    autoencoder.window,
  );
  if (ends.length === 0) {
    throw new InputError(
      "score",
      `there must be ${autoencoder.window} steps of ${
        table.intervalMs / 1000
      } s without a gap`,
      {
        got: table.steps,
        hint: "the model was trained on data at this interval",
      },
    );
  }
  const features = table.metrics.length;
  const reconstructed = await autoencoder.reconstructLast({
    values: clampInput(scaled),
    features,
    length: autoencoder.window,
    ends,
  });
  return distances({
    scaled,
    reconstructed,
    ends,
    imputed: table.imputed,
    features,
  });
}

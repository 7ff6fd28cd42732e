import type { MetricTable } from "../../frame/metric_table.ts";
import { scale, type Scaler } from "../../frame/scaler.ts";
import { windowEnds } from "../../frame/windows.ts";
import type { Autoencoder, WindowSet } from "../../model/engine.ts";

/** Mean squared errors of windows, each at the window's last step. */
export interface WindowErrors {
  /** Over the window, NaN where none ends, shape `[steps, features]`. */
  readonly parts: Float32Array;
  /** Over window and features, NaN where none ends, shape `[steps]`. */
  readonly mean: Float64Array;
}

/** Windows that are reconstructed at a time. */
const AT_ONCE = 2048;

/**
 * Cuts a table into all of its windows without a gap.
 *
 * @param table The table.
 * @param options Its scaler and the steps a window.
 * @returns The windows, scaled.
 */
export function windowsOf(
  table: MetricTable,
  { scaler, length }: { readonly scaler: Scaler; readonly length: number },
): WindowSet {
  return {
    values: scale(table, scaler),
    features: table.metrics.length,
    length,
    ends: windowEnds(table, { start: 0, end: table.steps }, length),
  };
}

/**
 * Takes the mean squared error of each window's reconstruction.
 *
 * @param autoencoder The network.
 * @param windows All windows of a table.
 * @returns The errors by step.
 */
export async function windowErrors(
  autoencoder: Pick<Autoencoder, "reconstruct">,
  windows: WindowSet,
): Promise<WindowErrors> {
  const { values, features, length, ends } = windows;
  const size = length * features;
  const parts = new Float32Array(values.length).fill(NaN);
  const mean = new Float64Array(values.length / features).fill(NaN);
  for (let from = 0; from < ends.length; from += AT_ONCE) {
    const some = ends.subarray(from, from + AT_ONCE);
    const expected = await autoencoder.reconstruct({ ...windows, ends: some });
    some.forEach((end, w) => {
      const sums = new Float64Array(features);
      const first = (end - length) * features;
      for (let i = 0; i < size; i++) {
        const error = values[first + i]! - expected[w * size + i]!;
        sums[i % features]! += error ** 2;
      }
      const row = (end - 1) * features;
      sums.forEach((sum, f) => parts[row + f] = sum / length);
      mean[end - 1] = sums.reduce((a, b) => a + b) / size;
    });
  }
  return { parts, mean };
}

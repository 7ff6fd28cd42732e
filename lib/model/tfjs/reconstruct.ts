import type { WindowSet } from "../engine.ts";
import { forward } from "./network.ts";
import { pacer } from "../pacer.ts";
import type { LayersModel, TfjsBackend } from "./tensorflow.ts";
import { batches, gatherWindows, inOrder } from "../windows.ts";

/** Windows a forward pass: keeps two cores busy with a few MiB of gates. */
export const SCORE_BATCH = 256;

/** What to reconstruct, and how. */
export interface ReconstructOptions {
  /** Which steps of each window to give back. */
  readonly steps: "last" | "all";
  /**
   * Windows a forward pass.
   *
   * @default {256}
   */
  readonly batchSize?: number;
}

/**
 * Reconstructs windows, batch after batch; what a window gives does not depend on
 * the others in its batch.
 *
 * @param backend Where the network is.
 * @param network The network.
 * @param windows Checked windows of its length and features.
 * @param options What to give back.
 * @returns Row-major, scaled, shape `[windows, 1 or length, features]`.
 */
export async function reconstructWindows(
  { backend, network, windows }: {
    readonly backend: TfjsBackend;
    readonly network: LayersModel;
    readonly windows: WindowSet;
  },
  options: ReconstructOptions,
): Promise<Float32Array> {
  const { steps, batchSize = SCORE_BATCH } = options;
  const { tf } = backend;
  const { length, features } = windows;
  const kept = (steps === "last" ? 1 : length) * features;
  const values = new Float32Array(windows.ends.length * kept);
  const pause = pacer();
  let done = 0;
  for (const batch of batches(inOrder(windows), batchSize)) {
    backend.activate();
    const output = tf.tidy(() => {
      const inputs = gatherWindows(windows, batch);
      const x = tf.tensor3d(inputs, [batch.length, length, features]);
      const y = forward(backend, network, x); // [batch, length, features]
      return steps === "last" ? y.slice([0, length - 1, 0], [-1, 1, -1]) : y;
    });
    try {
      values.set(await output.data<"float32">(), done * kept);
    } finally {
      output.dispose();
    }
    done += batch.length;
    await pause();
  }
  return values;
}

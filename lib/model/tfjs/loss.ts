import type * as tfjs from "@tensorflow/tfjs";
import type { WindowSet } from "../engine.ts";
import { forward } from "./network.ts";
import { pacer } from "../pacer.ts";
import { SCORE_BATCH } from "./reconstruct.ts";
import type { LayersModel, TfjsBackend } from "./tensorflow.ts";
import { batches, gatherWindows, inOrder } from "../windows.ts";

/** A network and windows for it. */
export interface NetworkOnWindows {
  /** Where the network is. */
  readonly backend: TfjsBackend;
  /** The network. */
  readonly network: LayersModel;
  /** Checked windows of its length and features. */
  readonly windows: WindowSet;
}

/** The same for some of the windows. */
export interface NetworkOnBatch extends NetworkOnWindows {
  /** Numbers of the windows. */
  readonly batch: Int32Array;
}

/**
 * Takes one gradient step on a batch.
 *
 * @param at The network and the batch.
 * @param optimizer Changes the network's weights.
 * @returns The batch's mean squared error before the step.
 */
export function gradientStep(
  at: NetworkOnBatch,
  optimizer: tfjs.Optimizer,
): number {
  const { tf, activate } = at.backend;
  activate();
  // Named one by one: tfjs would train every variable of the process instead.
  const weights = at.network.trainableWeights.map((weight) => weight.read());
  return tf.tidy(() => {
    const loss = optimizer.minimize(
      () => squaredError(at),
      true,
      weights.filter((weight) => weight instanceof tf.Variable),
    );
    return loss?.dataSync()[0] ?? NaN;
  });
}

/**
 * Takes a network's mean squared error.
 *
 * @param on The network and the windows.
 * @returns The mean over windows, steps and features.
 */
export async function meanLoss(on: NetworkOnWindows): Promise<number> {
  const { tf, activate } = on.backend;
  const pause = pacer();
  let sum = 0;
  for (const batch of batches(inOrder(on.windows), SCORE_BATCH)) {
    activate();
    const loss = tf.tidy(() => squaredError({ ...on, batch }).dataSync()[0]);
    sum += (loss ?? NaN) * batch.length;
    await pause();
  }
  return sum / on.windows.ends.length;
}

/** Mean squared error over one batch, shape `[]`. */
function squaredError(
  { backend, network, windows, batch }: NetworkOnBatch,
): tfjs.Scalar {
  const { tf } = backend;
  const { length, features } = windows;
  const inputs = gatherWindows(windows, batch);
  const x = tf.tensor3d(inputs, [batch.length, length, features]);
  return forward(backend, network, x).sub(x).square().mean<tfjs.Scalar>();
}

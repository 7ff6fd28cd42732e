import { getMoments, setAdamState } from "./adam.ts";
import { joinWeights, splitWeights } from "../flat_weights.ts";
import { gradientStep, meanLoss } from "./loss.ts";
import type { OpenTrainee, TraineeInput } from "../make_engine.ts";
import { buildNetwork, getWeights } from "./network.ts";
import { pacer } from "../pacer.ts";
import type { TfjsBackend } from "./tensorflow.ts";
import { batches } from "../windows.ts";

/**
 * Puts a network in training on tfjs.
 *
 * @param backend Where to train it.
 * @param input Its first weights, or where to go on, and what it learns from.
 * @returns The network, to be disposed of by the caller.
 */
export async function tfjsTrainee(
  backend: TfjsBackend,
  { shape, weights, windows: { fit, stop }, options, resume }: TraineeInput,
): Promise<OpenTrainee> {
  const network = await buildNetwork(backend, {
    shape,
    weights: splitWeights(weights, shape),
  });
  backend.activate();
  const optimizer = backend.tf.train.adam(options.learningRate);
  if (resume) setAdamState(optimizer, resume, { backend, shape });
  const pause = pacer();
  return {
    fitWindows: fit.ends.length,
    runEpoch: async (order, onBatch) => {
      for (const batch of batches(order, options.batchSize)) {
        const at = { backend, network, windows: fit, batch };
        onBatch(gradientStep(at, optimizer), batch.length);
        await pause();
      }
    },
    stopLoss: () => meanLoss({ backend, network, windows: stop }),
    state: () => ({
      weights: joinWeights(getWeights(network)),
      ...getMoments(optimizer),
    }),
    dispose: () => {
      optimizer.dispose();
      network.dispose();
    },
  };
}

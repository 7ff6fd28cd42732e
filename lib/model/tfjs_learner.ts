import { getMoments, setAdamState } from "./adam.ts";
import type { TrainState, TrainWindows } from "./engine.ts";
import { joinWeights } from "./flat_weights.ts";
import { gradientStep, meanLoss } from "./loss.ts";
import { getWeights } from "./network.ts";
import type { NetworkShape } from "./network_shape.ts";
import type { LayersModel, TfjsBackend } from "./tensorflow.ts";
import type { Learner } from "./train_network.ts";

/** A network in tfjs, and what it learns from. */
export interface TfjsTraining {
  /** Where the network is. */
  readonly backend: TfjsBackend;
  /** The network, with its first weights set, or those of the state to go on from. */
  readonly network: LayersModel;
  /** Its sizes. */
  readonly shape: NetworkShape;
  /** At least one window in each. */
  readonly windows: TrainWindows;
}

/** How it learns. */
export interface TfjsLearnerOptions {
  /** Step size of Adam. */
  readonly learningRate: number;
  /** Where an interrupted training stood, or nothing. */
  readonly resume: TrainState | undefined;
}

/**
 * Makes a network of tfjs one that can be trained.
 *
 * @param training The network and its windows.
 * @param options Step size, and where to go on.
 * @returns The learner; disposing of it leaves the network.
 */
export function tfjsLearner(
  { backend, network, shape, windows }: TfjsTraining,
  { learningRate, resume }: TfjsLearnerOptions,
): Learner {
  backend.activate();
  const optimizer = backend.tf.train.adam(learningRate);
  if (resume) setAdamState(optimizer, resume, { backend, shape });
  const { fit, stop } = windows;
  return {
    step: (batch) =>
      gradientStep({ backend, network, windows: fit, batch }, optimizer),
    stopLoss: () => meanLoss({ backend, network, windows: stop }),
    weights: () => joinWeights(getWeights(network)),
    moments: () => getMoments(optimizer),
    dispose: () => optimizer.dispose(),
  };
}

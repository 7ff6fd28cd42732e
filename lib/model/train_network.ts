import { InputError } from "@lib/errors.ts";
import { getMoments, setAdamState } from "./adam.ts";
import type {
  EpochLoss,
  TrainHooks,
  TrainOptions,
  TrainWindows,
} from "./engine.ts";
import { joinWeights } from "./flat_weights.ts";
import { gradientStep, meanLoss } from "./loss.ts";
import { getWeights } from "./network.ts";
import type { NetworkShape } from "./network_shape.ts";
import { pacer } from "./pacer.ts";
import { seededRandom, shuffle } from "./random.ts";
import type { LayersModel, TfjsBackend } from "./tensorflow.ts";
import { throttle } from "./throttle.ts";
import { batches, inOrder } from "./windows.ts";

/** Keeps the order of the windows apart from the draw of the first weights. */
const ORDER_STREAM = 0x9e3779b9;

/** What the best epoch left. */
export interface BestEpoch {
  /** Counted from 1. */
  readonly bestEpoch: number;
  /** Its weights, one after the other. */
  readonly bestWeights: Float32Array;
  /** One entry an epoch that ran. */
  readonly losses: readonly EpochLoss[];
}

/** What to train, and on what. */
export interface Training {
  /** Where the network is. */
  readonly backend: TfjsBackend;
  /** The network, with its first weights set, or those of the state to go on from. */
  readonly network: LayersModel;
  /** Its sizes. */
  readonly shape: NetworkShape;
  /** At least one window in each. */
  readonly windows: TrainWindows;
}

/**
 * Trains a network by Adam on the mean squared error, in shuffled mini-batches,
 * until `patience` epochs in a row have not lowered the loss on `stop`.
 *
 * An epoch's `fit` loss is the mean over its batches, each taken before its own
 * gradient step, as Keras reports it; `stop` is taken after the epoch.
 *
 * @param training What to train, and on what.
 * @param options Schedule.
 * @param hooks Who hears of it, where to go on, who keeps the state.
 * @returns The best epoch's weights and all losses.
 * @throws {InputError} If a loss becomes NaN or infinite.
 */
export async function trainNetwork(
  { backend, network, shape, windows: { fit, stop } }: Training,
  options: TrainOptions,
  { listener = () => {}, resume, onEpoch }: TrainHooks = {},
): Promise<BestEpoch> {
  const { epochs, batchSize, patience, learningRate, seed } = options;
  const order = inOrder(fit);
  const random = seededRandom(seed ^ ORDER_STREAM);
  const report = throttle(listener);
  const pause = pacer();
  const losses = [...resume?.losses ?? []];
  let steps = resume?.steps ?? 0;
  let bestEpoch = resume?.bestEpoch ?? 0;
  let bestWeights = resume?.bestWeights ?? new Float32Array();
  // Each epoch shuffles the order that the one before it left.
  losses.forEach(() => shuffle(order, random));
  const isOver = () =>
    losses.length >= epochs ||
    losses.length - bestEpoch >= Math.max(patience, 1);

  backend.activate();
  const optimizer = backend.tf.train.adam(learningRate);
  try {
    if (resume) {
      setAdamState(optimizer, resume, { backend, shape });
      const [epoch, loss] = [losses.length, losses.at(-1)];
      report.always({ epoch, epochs, done: epoch / epochs, loss });
    }
    while (!isOver()) {
      const epoch = losses.length + 1;
      shuffle(order, random);
      let sum = 0;
      let seen = 0;
      for (const batch of batches(order, batchSize)) {
        const at = { backend, network, windows: fit, batch };
        const loss = finite(gradientStep(at, optimizer), epoch);
        steps++;
        sum += loss * batch.length;
        seen += batch.length;
        const done = (epoch - 1 + seen / order.length) / epochs;
        report.sometimes({ epoch, epochs, done, loss: losses.at(-1) });
        await pause();
      }
      const stopLoss = await meanLoss({ backend, network, windows: stop });
      const loss = {
        epoch,
        fit: sum / seen,
        stop: finite(stopLoss, epoch),
      };
      const lowest = losses[bestEpoch - 1]?.stop ?? Infinity;
      losses.push(loss);
      report.always({ epoch, epochs, done: epoch / epochs, loss });
      const weights = joinWeights(getWeights(network));
      if (loss.stop < lowest) [bestEpoch, bestWeights] = [epoch, weights];
      await onEpoch?.({
        losses: [...losses],
        steps,
        weights,
        ...getMoments(optimizer),
        bestEpoch,
        bestWeights,
      });
    }
  } finally {
    optimizer.dispose();
  }
  return { bestEpoch, bestWeights, losses };
}

function finite(loss: number, epoch: number): number {
  if (Number.isFinite(loss)) return loss;
  throw new InputError(
    "train",
    `the loss must stay finite, got ${loss} in epoch ${epoch}`,
    { hint: "look for extreme values in the data or lower the learning rate" },
  );
}

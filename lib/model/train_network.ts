import { InputError } from "@lib/errors.ts";
import type {
  EpochLoss,
  TrainListener,
  TrainOptions,
  WindowSet,
} from "./engine.ts";
import { gradientStep, meanLoss } from "./loss.ts";
import { getWeights } from "./network.ts";
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
  /** Its weights, one array a weight, as {@linkcode getWeights} gives them. */
  readonly weights: readonly Float32Array[];
  /** One entry an epoch that ran. */
  readonly losses: readonly EpochLoss[];
}

/** What to train, and on what. */
export interface Training {
  /** Where the network is. */
  readonly backend: TfjsBackend;
  /** The network, with its first weights set. */
  readonly network: LayersModel;
  /** Windows to learn from, at least one. */
  readonly fit: WindowSet;
  /** Windows whose loss decides when to stop, at least one. */
  readonly stop: WindowSet;
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
 * @param listener Hears of progress.
 * @returns The best epoch's weights and all losses.
 * @throws {InputError} If a loss becomes NaN or infinite.
 */
export async function trainNetwork(
  { backend, network, fit, stop }: Training,
  options: TrainOptions,
  listener?: TrainListener,
): Promise<BestEpoch> {
  const { epochs, batchSize, patience, learningRate, seed } = options;
  const order = inOrder(fit);
  const random = seededRandom(seed ^ ORDER_STREAM);
  const report = throttle(listener ?? (() => {}));
  const pause = pacer();
  const losses: EpochLoss[] = [];
  let best = { bestEpoch: 0, loss: Infinity, weights: getWeights(network) };

  backend.activate();
  const optimizer = backend.tf.train.adam(learningRate);
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      shuffle(order, random);
      let sum = 0;
      let seen = 0;
      for (const batch of batches(order, batchSize)) {
        const at = { backend, network, windows: fit, batch };
        const loss = finite(gradientStep(at, optimizer), epoch);
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
      losses.push(loss);
      report.always({ epoch, epochs, done: epoch / epochs, loss });
      if (loss.stop < best.loss) {
        const weights = getWeights(network);
        best = { bestEpoch: epoch, loss: loss.stop, weights };
      } else if (epoch - best.bestEpoch >= patience) break;
    }
  } finally {
    optimizer.dispose();
  }
  return { bestEpoch: best.bestEpoch, weights: best.weights, losses };
}

function finite(loss: number, epoch: number): number {
  if (Number.isFinite(loss)) return loss;
  throw new InputError(
    "train",
    `the loss must stay finite, got ${loss} in epoch ${epoch}`,
    { hint: "look for extreme values in the data or lower the learning rate" },
  );
}

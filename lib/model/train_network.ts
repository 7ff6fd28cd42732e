import { InputError } from "@lib/errors.ts";
import type { EpochLoss, TrainHooks, TrainState } from "./engine.ts";
import type { PlannedTraining } from "./fits_training.ts";
import { pacer } from "./pacer.ts";
import { seededRandom, shuffle } from "./random.ts";
import { throttle } from "./throttle.ts";
import { batches, inOrder } from "./windows.ts";

/** Keeps the order of the windows apart from the draw of the first weights. */
const ORDER_STREAM = 0x9e3779b9;

/** A network that an engine trains, with its first weights or those to go on from. */
export interface Learner {
  /**
   * Takes one step of Adam.
   *
   * @param batch Numbers of fit windows.
   * @returns Their mean squared error before the step.
   */
  step(batch: Int32Array): number;
  /** Takes the mean squared error over the early-stopping windows. */
  stopLoss(): Promise<number>;
  /** Copies the weights, one after the other. */
  weights(): Float32Array;
  /** Copies Adam's moments. */
  moments(): Pick<TrainState, "firstMoments" | "secondMoments">;
  /** Frees what only training needs. */
  dispose(): void;
}

/** What the best epoch left. */
export interface BestEpoch {
  /** Counted from 1. */
  readonly bestEpoch: number;
  /** Its weights, one after the other. */
  readonly bestWeights: Float32Array;
  /** One entry an epoch that ran. */
  readonly losses: readonly EpochLoss[];
}

/**
 * Trains a network by Adam on the mean squared error, in shuffled mini-batches,
 * until `patience` epochs in a row have not lowered the loss on `stop`; the same
 * for every engine.
 *
 * An epoch's `fit` loss is the mean over its batches, each taken before its own
 * gradient step, as Keras reports it; `stop` is taken after the epoch.
 *
 * @param learner The network; disposed of at the end.
 * @param training Windows, sizes and schedule.
 * @param hooks Who hears of it, where to go on, who keeps the state.
 * @returns The best epoch's weights and all losses.
 * @throws {InputError} If a loss becomes NaN or infinite.
 */
export async function trainNetwork(
  learner: Learner,
  { windows: { fit }, options }: PlannedTraining,
  { listener = () => {}, resume, onEpoch }: TrainHooks = {},
): Promise<BestEpoch> {
  const { epochs, batchSize, patience, seed } = options;
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

  try {
    if (resume) {
      const [epoch, loss] = [losses.length, losses.at(-1)];
      report.always({ epoch, epochs, done: epoch / epochs, loss });
    }
    while (!isOver()) {
      const epoch = losses.length + 1;
      shuffle(order, random);
      let sum = 0;
      let seen = 0;
      for (const batch of batches(order, batchSize)) {
        const loss = finite(learner.step(batch), epoch);
        steps++;
        sum += loss * batch.length;
        seen += batch.length;
        const done = (epoch - 1 + seen / order.length) / epochs;
        report.sometimes({ epoch, epochs, done, loss: losses.at(-1) });
        await pause();
      }
      const stop = finite(await learner.stopLoss(), epoch);
      const loss = { epoch, fit: sum / seen, stop };
      const lowest = losses[bestEpoch - 1]?.stop ?? Infinity;
      losses.push(loss);
      report.always({ epoch, epochs, done: epoch / epochs, loss });
      const weights = learner.weights();
      if (loss.stop < lowest) [bestEpoch, bestWeights] = [epoch, weights];
      await onEpoch?.({
        losses: [...losses],
        steps,
        weights,
        ...learner.moments(),
        bestEpoch,
        bestWeights,
      });
    }
  } finally {
    learner.dispose();
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

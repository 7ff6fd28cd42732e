import { InputError } from "../errors.ts";
import type {
  EpochLoss,
  TrainHooks,
  TrainOptions,
  TrainState,
} from "./engine.ts";
import { keepTelling } from "./keep_telling.ts";
import { seededRandom, shuffle } from "./random.ts";
import { throttle } from "./throttle.ts";

/** Keeps the order of the windows apart from the draw of the first weights. */
const ORDER_STREAM = 0x9e3779b9;

/** A network in training, whatever computes it. */
export interface Trainee {
  /** Windows to learn from, at least one. */
  readonly fitWindows: number;
  /**
   * Takes a step of Adam on each batch, in this order.
   *
   * @param order Numbers of the fit windows, cut into batches from its start.
   * @param onBatch Takes each batch's mean squared error before its step and its
   *   number of windows, in order, and throws where training must end.
   */
  runEpoch(
    order: Int32Array,
    onBatch: (loss: number, windows: number) => void,
  ): Promise<void>;
  /** Gives the mean squared error over the early-stopping windows. */
  stopLoss(): Promise<number>;
  /** Copies weights and Adam's moments. */
  state(): Pick<TrainState, "weights" | "firstMoments" | "secondMoments">;
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
 * Trains by Adam on the mean squared error, in shuffled mini-batches, until
 * `patience` epochs in a row have not lowered the early-stopping loss.
 *
 * An epoch's `fit` loss is the mean over its batches, each taken before its own
 * gradient step, as Keras reports it; `stop` is taken after the epoch.
 *
 * @param trainee The network, with its first weights, or where `resume` left it.
 * @param options Schedule.
 * @param hooks Who hears of it, where to go on, who keeps the state. The listener
 *   is told every 100 ms at least, so that it can end the training by throwing.
 * @returns The best epoch's weights and all losses.
 * @throws {InputError} If a loss becomes NaN or infinite.
 */
export async function trainEpochs(
  trainee: Trainee,
  options: TrainOptions,
  { listener = () => {}, resume, onEpoch }: TrainHooks = {},
): Promise<BestEpoch> {
  const { epochs, batchSize, patience, seed } = options;
  const order = Int32Array.from({ length: trainee.fitWindows }, (_, w) => w);
  const random = seededRandom(seed ^ ORDER_STREAM);
  const report = throttle(listener);
  const losses = [...resume?.losses ?? []];
  let bestEpoch = resume?.bestEpoch ?? 0;
  let bestWeights = resume?.bestWeights ?? new Float32Array();
  // Each epoch shuffles the order that the one before it left.
  losses.forEach(() => shuffle(order, random));
  const isOver = () =>
    losses.length >= epochs ||
    losses.length - bestEpoch >= Math.max(patience, 1);

  if (resume) {
    const [epoch, loss] = [losses.length, losses.at(-1)];
    report.always({ epoch, epochs, done: epoch / epochs, loss });
  }
  while (!isOver()) {
    const epoch = losses.length + 1;
    shuffle(order, random);
    let sum = 0;
    let seen = 0;
    const tell = () => {
      const done = (epoch - 1 + seen / order.length) / epochs;
      report.sometimes({ epoch, epochs, done, loss: losses.at(-1) });
    };
    const fitted = trainee.runEpoch(order, (loss, windows) => {
      sum += finite(loss, epoch) * windows;
      seen += windows;
      tell();
    });
    await keepTelling(fitted, tell);
    const stop = await keepTelling(trainee.stopLoss(), tell);
    const loss = { epoch, fit: sum / seen, stop: finite(stop, epoch) };
    const lowest = losses[bestEpoch - 1]?.stop ?? Infinity;
    losses.push(loss);
    report.always({ epoch, epochs, done: epoch / epochs, loss });
    const state = trainee.state();
    if (loss.stop < lowest) [bestEpoch, bestWeights] = [epoch, state.weights];
    await onEpoch?.({
      losses: [...losses],
      steps: losses.length * Math.ceil(order.length / batchSize),
      ...state,
      bestEpoch,
      bestWeights,
    });
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

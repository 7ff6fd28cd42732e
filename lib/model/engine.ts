/** The engines by name: whenwhy's own, and tfjs on two of its backends. */
export const ENGINE_NAMES = ["simd", "tfjs-node", "wasm"] as const;

/** What `--engine` takes: a name, or the fastest one. */
export const ENGINE_CHOICES = ["auto", ...ENGINE_NAMES] as const;

/** An engine's name. */
export type EngineName = typeof ENGINE_NAMES[number];

/** How an engine is asked for. */
export type EngineChoice = typeof ENGINE_CHOICES[number];

/**
 * Windows over a scaled series, without copying it: window `w` holds the steps
 * `[ends[w] − length, ends[w])`.
 */
export interface WindowSet {
  /** Row-major scaled values, shape `[steps, features]`. */
  readonly values: Float32Array;
  /** Features a step. */
  readonly features: number;
  /** Steps a window. */
  readonly length: number;
  /** First step after each window, ascending, shape `[windows]`. */
  readonly ends: Int32Array;
}

/** Sizes of the network and how it is trained; complete, defaults live in `pipeline`. */
export interface TrainOptions {
  /** Units of the encoder's and of the decoder's LSTM. */
  readonly hidden: number;
  /** Passes over the fit windows at most. */
  readonly epochs: number;
  /** Windows a gradient step. */
  readonly batchSize: number;
  /** Step size of Adam. */
  readonly learningRate: number;
  /** Epochs without a better early-stopping loss after which training ends. */
  readonly patience: number;
  /** Seeds the initial weights and the order of the windows. */
  readonly seed: number;
}

/** What training needs to see; both of the same length and features. */
export interface TrainWindows {
  /** Windows to learn from. */
  readonly fit: WindowSet;
  /** Windows whose loss decides when to stop. */
  readonly stop: WindowSet;
}

/** Losses of one epoch. */
export interface EpochLoss {
  /** Counted from 1. */
  readonly epoch: number;
  /** Mean squared error over the fit windows, scaled units. */
  readonly fit: number;
  /** Mean squared error over the early-stopping windows, scaled units. */
  readonly stop: number;
}

/** A saved network: a tfjs LayersModel, Keras' gate order. */
export interface ModelBytes {
  /** Text of `model.json`: topology and weights manifest naming `weights.bin`. */
  readonly modelJson: string;
  /** Contents of `weights.bin`: float32, little endian. */
  readonly weights: Uint8Array;
}

/** What training gives. */
export interface TrainedModel {
  /** The weights of the best epoch. */
  readonly bytes: ModelBytes;
  /** One entry an epoch that ran. */
  readonly losses: readonly EpochLoss[];
  /** The epoch whose weights were kept, counted from 1. */
  readonly bestEpoch: number;
}

/** Hears of training: after each batch or so, and after each epoch. */
export type TrainListener = (progress: TrainProgress) => void;

/** Where training stands. */
export interface TrainProgress {
  /** The epoch that runs or has just ended, counted from 1. */
  readonly epoch: number;
  /** Epochs at most. */
  readonly epochs: number;
  /** Share of all epochs' windows that are done, in [0, 1]. */
  readonly done: number;
  /** The last finished epoch's losses, if one has finished. */
  readonly loss: EpochLoss | undefined;
}

/**
 * What training needs to go on after an epoch as if it had never stopped: to the
 * last bit of the weights, on the engine that it began on.
 *
 * The order of the windows is not among it: it follows from the seed.
 */
export interface TrainState {
  /** One entry an epoch that is done, at least one. */
  readonly losses: readonly EpochLoss[];
  /** Gradient steps that Adam has taken. */
  readonly steps: number;
  /** The weights, one after the other as in `weights.bin`. */
  readonly weights: Float32Array;
  /** Adam's running mean of the gradients, in the order of the weights. */
  readonly firstMoments: Float32Array;
  /** Adam's running mean of their squares, in the order of the weights. */
  readonly secondMoments: Float32Array;
  /** The epoch with the lowest early-stopping loss, counted from 1. */
  readonly bestEpoch: number;
  /** The weights after it, in the order of the weights. */
  readonly bestWeights: Float32Array;
}

/** What accompanies training. */
export interface TrainHooks {
  /** Hears of progress. */
  readonly listener?: TrainListener;
  /** Where an interrupted training stood, by {@linkcode TrainState}. */
  readonly resume?: TrainState;
  /**
   * Takes the state after each epoch, to keep it; training waits. The arrays are
   * copies.
   */
  readonly onEpoch?: (state: TrainState) => void | Promise<void>;
}

/** A network loaded into an engine. */
export interface Autoencoder {
  /** Steps a window. */
  readonly window: number;
  /** Features a step. */
  readonly features: number;
  /**
   * Gets ready for many small calls: what an engine would start for a large one
   * alone, such as workers, is started now and stays. To be called while no other
   * call runs; what comes out of calls is the same.
   *
   * @param windows How many windows they will have together, about.
   * @throws {InputError} If a worker does not start.
   */
  prepare(windows: number): Promise<void>;
  /**
   * Reconstructs the last step of each window. Calls may run at once.
   *
   * @param windows Windows of this network's length and features.
   * @returns Row-major, scaled, shape `[windows, features]`.
   */
  reconstructLast(windows: WindowSet): Promise<Float32Array>;
  /**
   * Reconstructs whole windows.
   *
   * @param windows Windows of this network's length and features.
   * @returns Row-major, scaled, shape `[windows, length, features]`.
   */
  reconstruct(windows: WindowSet): Promise<Float32Array>;
  /** Frees the network's memory. */
  dispose(): void;
}

/** Something that trains and runs the autoencoder. */
export interface Engine {
  /** Which one it is. */
  readonly name: EngineName;
  /** Its version and what it runs on, for `run.json`. */
  readonly version: string;
  /**
   * Trains a new autoencoder, or goes on training one. Where it goes on, the
   * result is that of a training that was never interrupted, bit for bit.
   *
   * @param windows What to learn from.
   * @param options Sizes and schedule.
   * @param hooks Who hears of it, where to go on, who keeps the state.
   * @returns The best epoch's weights and all losses.
   * @throws {InputError} If the loss becomes NaN.
   * @throws {RangeError} If the state to go on from is not of these windows and
   *   options.
   */
  train(
    windows: TrainWindows,
    options: TrainOptions,
    hooks?: TrainHooks,
  ): Promise<TrainedModel>;
  /**
   * Loads a saved autoencoder.
   *
   * @param bytes The saved network.
   * @returns The network, to be disposed of by the caller.
   * @throws {InputError} If it is no LSTM autoencoder that this engine can run.
   */
  load(bytes: ModelBytes): Promise<Autoencoder>;
}

/** The engines by name. */
export type EngineName = "tfjs-node" | "wasm";

/** What `--engine` takes: a name, or the fastest one that works here. */
export type EngineChoice = "auto" | EngineName;

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

/** A network loaded into an engine. */
export interface Autoencoder {
  /** Steps a window. */
  readonly window: number;
  /** Features a step. */
  readonly features: number;
  /**
   * Reconstructs the last step of each window.
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
   * Trains a new autoencoder.
   *
   * @param fit Windows to learn from.
   * @param stop Windows whose loss decides when to stop; same length and features.
   * @param options Sizes and schedule.
   * @param listener Hears of progress.
   * @returns The best epoch's weights and all losses.
   * @throws {InputError} If the loss becomes NaN.
   */
  train(
    fit: WindowSet,
    stop: WindowSet,
    options: TrainOptions,
    listener?: TrainListener,
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

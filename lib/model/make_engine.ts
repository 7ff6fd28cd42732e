import { InputError } from "../errors.ts";
import type {
  Autoencoder,
  Engine,
  ModelBytes,
  TrainHooks,
  TrainOptions,
  TrainState,
  TrainWindows,
  WindowSet,
} from "./engine.ts";
import { firstWeights } from "./first_weights.ts";
import { fitsTraining } from "./fits_training.ts";
import { splitWeights } from "./flat_weights.ts";
import { toModelBytes } from "./model_bytes.ts";
import type { NetworkContent, NetworkShape } from "./network_shape.ts";
import { parseModelBytes } from "./parse_model_bytes.ts";
import { type Trainee, trainEpochs } from "./train_epochs.ts";
import { checkWindows } from "./windows.ts";

/** What a network in training begins with; all of it is checked. */
export interface TraineeInput {
  /** Sizes of the network. */
  readonly shape: NetworkShape;
  /** Its weights, one after the other. */
  readonly weights: Float32Array;
  /** At least one window in each. */
  readonly windows: TrainWindows;
  /** Sizes and schedule. */
  readonly options: TrainOptions;
  /** Where to go on; the weights are its own. */
  readonly resume: TrainState | undefined;
}

/** A network in training that must be disposed of. */
export interface OpenTrainee extends Trainee {
  /** Frees its memory. */
  dispose(): void;
}

/** A network that reconstructs. */
export interface Reconstructor {
  /**
   * Starts what many calls are worth.
   *
   * @default {does nothing}
   */
  readonly prepare?: Autoencoder["prepare"];
  /**
   * Reconstructs windows.
   *
   * @param windows Checked windows of its length and features.
   * @param options Which steps of each window to give back.
   * @returns Row-major, scaled, shape `[windows, 1 or length, features]`.
   */
  reconstruct(
    windows: WindowSet,
    options: { readonly steps: "last" | "all" },
  ): Promise<Float32Array>;
  /** Frees its memory. */
  dispose(): void;
}

/** What makes an engine of its own. */
export interface EngineParts extends Pick<Engine, "name" | "version"> {
  /** Puts a network in training. */
  trainee(input: TraineeInput): Promise<OpenTrainee>;
  /** Makes a network ready to reconstruct. */
  reconstructor(content: NetworkContent): Promise<Reconstructor>;
}

/**
 * Makes an engine: what all engines do alike, checks and first weights among it,
 * around what is an engine's own.
 *
 * @param parts What is its own.
 * @returns The engine.
 */
export function makeEngine(parts: EngineParts): Engine {
  return {
    name: parts.name,
    version: parts.version,
    train: async (windows, options, hooks = {}) => {
      const input = await traineeInput(windows, options, hooks);
      const { shape } = input;
      const trainee = await parts.trainee(input);
      try {
        const best = await trainEpochs(trainee, options, hooks);
        const { bestWeights, losses, bestEpoch } = best;
        const weights = splitWeights(bestWeights, shape);
        return { bytes: toModelBytes({ shape, weights }), losses, bestEpoch };
      } finally {
        trainee.dispose();
      }
    },
    load: (bytes) => load(parts, bytes),
  };
}

async function traineeInput(
  windows: TrainWindows,
  options: TrainOptions,
  { resume, listener = () => {} }: TrainHooks,
): Promise<TraineeInput> {
  const { fit, stop } = windows;
  const { length: window, features } = fit;
  const shape = { window, features, hidden: options.hidden };
  checkNotEmpty(fit, "to learn from");
  checkNotEmpty(stop, "to decide when to stop");
  checkWindows(fit, shape);
  checkWindows(stop, shape);
  if (resume && !fitsTraining(resume, { windows, options })) {
    throw new RangeError(
      "Cannot go on training: the state must be of these windows and options",
    );
  }
  const weights = resume?.weights ??
    await firstWeights(shape, { ...options, listener });
  return { shape, weights, windows, options, resume };
}

async function load(
  parts: EngineParts,
  bytes: ModelBytes,
): Promise<Autoencoder> {
  const content = parseModelBytes(bytes);
  const { shape } = content;
  const network = await parts.reconstructor(content);
  const reconstruct = async (windows: WindowSet, steps: "last" | "all") => {
    checkWindows(windows, shape);
    return await network.reconstruct(windows, { steps });
  };
  return {
    window: shape.window,
    features: shape.features,
    prepare: async (windows) => await network.prepare?.(windows),
    reconstructLast: (windows) => reconstruct(windows, "last"),
    reconstruct: (windows) => reconstruct(windows, "all"),
    dispose: () => network.dispose(),
  };
}

function checkNotEmpty(windows: WindowSet, purpose: string): void {
  if (windows.ends.length > 0) return;
  throw new InputError("train", `there must be a window ${purpose}`, {
    got: 0,
    hint: "give a longer time span or a smaller --window",
  });
}

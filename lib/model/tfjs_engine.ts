import { InputError } from "@lib/errors.ts";
import type {
  Autoencoder,
  Engine,
  ModelBytes,
  TrainedModel,
  WindowSet,
} from "./engine.ts";
import { fitsTraining } from "./fits_training.ts";
import { splitWeights } from "./flat_weights.ts";
import { initialWeights } from "./initial_weights.ts";
import { parseModelBytes } from "./parse_model_bytes.ts";
import { buildNetwork } from "./network.ts";
import type { NetworkShape } from "./network_shape.ts";
import { reconstructWindows } from "./reconstruct.ts";
import type { TfjsBackend } from "./tensorflow.ts";
import { toModelBytes } from "./model_bytes.ts";
import { trainNetwork } from "./train_network.ts";
import { checkWindows } from "./windows.ts";

/**
 * Makes an engine of a tfjs backend.
 *
 * @param backend The backend.
 * @returns The engine.
 */
export function tfjsEngine(backend: TfjsBackend): Engine {
  return {
    name: backend.name,
    version: backend.version,
    train: async (windows, options, hooks) => {
      const { fit, stop } = windows;
      const shape = shapeOf(fit, options.hidden);
      checkNotEmpty(fit, "to learn from");
      checkNotEmpty(stop, "to decide when to stop");
      checkWindows(fit, shape);
      checkWindows(stop, shape);
      const resume = hooks?.resume;
      if (resume && !fitsTraining(resume, { windows, options })) {
        throw new RangeError(
          "Cannot go on training: the state must be of these windows and options",
        );
      }
      const weights = resume
        ? splitWeights(resume.weights, shape)
        : initialWeights(shape, options.seed);
      const network = await buildNetwork(backend, { shape, weights });
      try {
        const training = { backend, network, shape, windows };
        const { bestWeights, losses, bestEpoch } = await trainNetwork(
          training,
          options,
          hooks,
        );
        const best = { shape, weights: splitWeights(bestWeights, shape) };
        return {
          bytes: toModelBytes(best),
          losses,
          bestEpoch,
        } satisfies TrainedModel;
      } finally {
        network.dispose();
      }
    },
    load: (bytes) => load(backend, bytes),
  };
}

async function load(
  backend: TfjsBackend,
  bytes: ModelBytes,
): Promise<Autoencoder> {
  const content = parseModelBytes(bytes);
  const { shape } = content;
  const network = await buildNetwork(backend, content);
  const reconstruct = async (windows: WindowSet, steps: "last" | "all") => {
    checkWindows(windows, shape);
    return await reconstructWindows({ backend, network, windows }, { steps });
  };
  return {
    window: shape.window,
    features: shape.features,
    reconstructLast: (windows) => reconstruct(windows, "last"),
    reconstruct: (windows) => reconstruct(windows, "all"),
    dispose: () => void network.dispose(),
  };
}

function shapeOf(fit: WindowSet, hidden: number): NetworkShape {
  return { window: fit.length, features: fit.features, hidden };
}

function checkNotEmpty(windows: WindowSet, purpose: string): void {
  if (windows.ends.length > 0) return;
  throw new InputError("train", `there must be a window ${purpose}`, {
    got: 0,
    hint: "give a longer time span or a smaller --window",
  });
}

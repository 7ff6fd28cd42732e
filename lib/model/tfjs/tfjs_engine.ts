import type { Engine } from "../engine.ts";
import { makeEngine } from "../make_engine.ts";
import { buildNetwork } from "./network.ts";
import { reconstructWindows } from "./reconstruct.ts";
import type { TfjsBackend } from "./tensorflow.ts";
import { tfjsTrainee } from "./tfjs_trainee.ts";

/**
 * Makes an engine of a tfjs backend.
 *
 * @param backend The backend.
 * @returns The engine.
 */
export function tfjsEngine(backend: TfjsBackend): Engine {
  return makeEngine({
    name: backend.name,
    version: backend.version,
    trainee: (input) => tfjsTrainee(backend, input),
    reconstructor: async (content) => {
      const network = await buildNetwork(backend, content);
      return {
        reconstruct: (windows, options) =>
          reconstructWindows({ backend, network, windows }, options),
        dispose: () => void network.dispose(),
      };
    },
  });
}

import type { ModelBytes } from "./engine.ts";
import { joinWeights } from "./flat_weights.ts";
import { type NetworkContent, weightSpecs } from "./network_shape.ts";
import { modelTopology } from "./topology.ts";

/** Name of the weights' file in `model.json`. */
export const WEIGHTS_FILE = "weights.bin";

/**
 * Writes a network the way stock tfjs reads one.
 *
 * @param content Sizes and weights.
 * @returns `model.json` and `weights.bin`, the same bytes for the same content.
 */
export function toModelBytes({ shape, weights }: NetworkContent): ModelBytes {
  const specs = weightSpecs(shape).map((spec) => ({
    ...spec,
    dtype: "float32",
  }));
  const model = {
    format: "layers-model",
    generatedBy: "whenwhy",
    convertedBy: null,
    modelTopology: modelTopology(shape),
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights: specs }],
  };
  return {
    modelJson: `${JSON.stringify(model, null, 2)}\n`,
    weights: new Uint8Array(joinWeights(weights).buffer),
  };
}

import type { ModelBytes } from "./engine.ts";
import type { NetworkContent } from "./network.ts";
import { weightSpecs } from "./network_shape.ts";
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
    weights: joinWeights(weights),
  };
}

/** One after the other; float32 is little endian wherever Deno runs. */
function joinWeights(weights: readonly Float32Array[]): Uint8Array {
  const size = weights.reduce((sum, array) => sum + array.byteLength, 0);
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const { buffer, byteOffset, byteLength } of weights) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset);
    offset += byteLength;
  }
  return bytes;
}

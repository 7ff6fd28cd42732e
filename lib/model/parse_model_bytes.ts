import { isDeepStrictEqual } from "node:util";
import { InputError } from "../errors.ts";
import type { ModelBytes } from "./engine.ts";
import { splitWeights, weightCount } from "./flat_weights.ts";
import { WEIGHTS_FILE } from "./model_bytes.ts";
import {
  type NetworkContent,
  type NetworkShape,
  weightSpecs,
} from "./network_shape.ts";
import { layersTopology } from "./topology.ts";

/** Longest `model.json` that is parsed, in characters; ours have about 5000. */
const MAX_JSON = 1_000_000;

/** Longest window that is loaded, in steps; the weights bound all other sizes. */
const MAX_WINDOW = 10_000;

/**
 * Reads a saved network without running anything that it holds: its layers must be
 * the ones that {@linkcode layersTopology} writes, only their sizes are taken, and
 * those must agree with the number of bytes before any array is made.
 *
 * @param bytes The saved network.
 * @returns Sizes and weights.
 * @throws {InputError} If it is anything but this project's LSTM autoencoder.
 */
export function parseModelBytes(bytes: ModelBytes): NetworkContent {
  const model = parseJson(bytes.modelJson);
  const layers = at(model, "modelTopology", "config", "layers");
  const shape = parseShape(layers);
  const specs = weightSpecs(shape);
  checkManifest(at(model, "weightsManifest"), specs);
  const size = 4 * weightCount(shape);
  if (bytes.weights.byteLength !== size) {
    throw refused(`${WEIGHTS_FILE} must have ${size} bytes`, {
      got: bytes.weights.byteLength,
    });
  }
  return { shape, weights: splitWeights(finite(bytes.weights), shape) };
}

function parseJson(text: string): unknown {
  if (text.length > MAX_JSON) {
    throw refused(`model.json must have at most ${MAX_JSON} characters`, {
      got: text.length,
    });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refused("model.json must be JSON", { got: text, cause });
  }
}

function parseShape(layers: unknown): NetworkShape {
  const encoder = at(layers, 0, "config");
  const shape = {
    window: parseSize(at(encoder, "batch_input_shape", 1), "its window"),
    features: parseSize(at(encoder, "batch_input_shape", 2), "its features"),
    hidden: parseSize(at(encoder, "units"), "its hidden units"),
  };
  if (shape.window > MAX_WINDOW) {
    throw refused(`its window must have at most ${MAX_WINDOW} steps`, {
      got: shape.window,
    });
  }
  if (!isDeepStrictEqual(layers, layersTopology(shape))) {
    throw refused("its layers must be this project's LSTM autoencoder", {
      got: Array.isArray(layers)
        ? layers.map((layer) => at(layer, "class_name"))
        : layers,
    });
  }
  return shape;
}

function parseSize(value: unknown, what: string): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) {
    return value;
  }
  throw refused(`${what} must be a positive integer`, { got: value ?? null });
}

function checkManifest(
  manifest: unknown,
  specs: ReturnType<typeof weightSpecs>,
): void {
  const weights = specs.map((spec) => ({ ...spec, dtype: "float32" }));
  if (isDeepStrictEqual(manifest, [{ paths: [WEIGHTS_FILE], weights }])) return;
  throw refused("its weights manifest must fit its layers", {
    got: at(manifest, 0) ?? null,
  });
}

function finite(bytes: Uint8Array): Float32Array {
  // A copy starts at 0, where float32 values may start.
  const values = new Float32Array(bytes.slice().buffer);
  if (!values.every(Number.isFinite)) {
    throw refused(`${WEIGHTS_FILE} must hold finite numbers`, {
      got: String(values.find((value) => !Number.isFinite(value))),
    });
  }
  return values;
}

/** Follows own properties only; `undefined` where the path ends early. */
function at(value: unknown, ...path: (string | number)[]): unknown {
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

function refused(
  rule: string,
  details: { readonly got: unknown; readonly cause?: unknown },
): InputError {
  return new InputError("load the model", rule, {
    ...details,
    hint: "train it again",
  });
}

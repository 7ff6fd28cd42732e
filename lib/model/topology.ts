// deno-lint-ignore-file camelcase -- the names are tfjs' own.
import { LAYERS, type NetworkShape } from "./network_shape.ts";

/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  [key: string]: Json;
}

/** Weights are always set: drawing them when a network is loaded would be wasted. */
const ZEROS = { class_name: "Zeros", config: {} };

/**
 * Describes the autoencoder's layers as `model.json` holds them:
 *
 *     [B, T, F] → LSTM → [B, H] → repeat → [B, T, H] → LSTM → [B, T, H] → dense → [B, T, F]
 *
 * A dense layer acts on the last axis, so it needs no `TimeDistributed` around
 * it, which tfjs would run step by step.
 *
 * @param shape Sizes of the network.
 * @returns The layers, first to last; plain JSON.
 */
export function layersTopology(shape: NetworkShape): JsonObject[] {
  const { window, features, hidden } = shape;
  const lstm = {
    trainable: true,
    units: hidden,
    activation: "tanh",
    // tfjs' default, hardSigmoid, is neither Keras' nor the fused kernel's.
    recurrent_activation: "sigmoid",
    use_bias: true,
    kernel_initializer: ZEROS,
    recurrent_initializer: ZEROS,
    bias_initializer: ZEROS,
    unit_forget_bias: false,
    dropout: 0,
    recurrent_dropout: 0,
    return_state: false,
    go_backwards: false,
    stateful: false,
    unroll: false,
  };
  return [
    {
      class_name: "LSTM",
      config: {
        name: LAYERS.encoder,
        batch_input_shape: [null, window, features],
        dtype: "float32",
        ...lstm,
        return_sequences: false,
      },
    },
    {
      class_name: "RepeatVector",
      config: { name: LAYERS.repeat, trainable: true, n: window },
    },
    {
      class_name: "LSTM",
      config: { name: LAYERS.decoder, ...lstm, return_sequences: true },
    },
    {
      class_name: "Dense",
      config: {
        name: LAYERS.output,
        trainable: true,
        units: features,
        activation: "linear",
        use_bias: true,
        kernel_initializer: ZEROS,
        bias_initializer: ZEROS,
      },
    },
  ];
}

/**
 * Describes the whole network as tfjs loads it.
 *
 * @param shape Sizes of the network.
 * @returns `modelTopology` of `model.json`; plain JSON.
 */
export function modelTopology(shape: NetworkShape): JsonObject {
  return {
    class_name: "Sequential",
    config: { name: "autoencoder", layers: layersTopology(shape) },
    keras_version: "tfjs-layers 4.22.0",
    backend: "tensor_flow.js",
  };
}

/** Sizes that make a network of this project. */
export interface NetworkShape {
  /** Steps a window. */
  readonly window: number;
  /** Features a step. */
  readonly features: number;
  /** Units of the encoder's and of the decoder's LSTM. */
  readonly hidden: number;
}

/** A weight's name in a saved model and its shape. */
export interface WeightSpec {
  /** `<layer>/<weight>`. */
  readonly name: string;
  /** Rows and columns, or the length of a bias. */
  readonly shape: readonly number[];
}

/** What a network is made of. */
export interface NetworkContent {
  /** Its sizes. */
  readonly shape: NetworkShape;
  /** One array a weight, in the order of {@linkcode weightSpecs}. */
  readonly weights: readonly Float32Array[];
}

/** The layers' names, first to last. */
export const LAYERS = {
  encoder: "encoder",
  repeat: "repeat",
  decoder: "decoder",
  output: "output",
} as const;

/**
 * Lists the weights of a network in the order in which they are kept and saved.
 *
 * @param shape Sizes of the network.
 * @returns Names and shapes; an LSTM's gates stand side by side in the order
 *   i, f, c, o.
 */
export function weightSpecs({ features, hidden }: NetworkShape): WeightSpec[] {
  const lstm = (layer: string, inputs: number) => [
    { name: `${layer}/kernel`, shape: [inputs, 4 * hidden] },
    { name: `${layer}/recurrent_kernel`, shape: [hidden, 4 * hidden] },
    { name: `${layer}/bias`, shape: [4 * hidden] },
  ];
  return [
    ...lstm(LAYERS.encoder, features),
    ...lstm(LAYERS.decoder, hidden),
    { name: `${LAYERS.output}/kernel`, shape: [hidden, features] },
    { name: `${LAYERS.output}/bias`, shape: [features] },
  ];
}

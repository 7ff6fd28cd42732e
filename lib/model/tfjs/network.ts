import { type NetworkContent, weightSpecs } from "../network_shape.ts";
import type { LayersModel, Tensor, TfjsBackend } from "./tensorflow.ts";
import { modelTopology } from "../topology.ts";

/**
 * Builds the autoencoder as an ordinary tfjs LayersModel, its LSTMs computed in
 * the fastest way that the backend has.
 *
 * @param backend Where to build it.
 * @param content Sizes and weights, which must agree.
 * @returns The network, to be disposed of by the caller.
 */
export async function buildNetwork(
  backend: TfjsBackend,
  { shape, weights }: NetworkContent,
): Promise<LayersModel> {
  const { tf } = backend;
  backend.activate();
  const network = await tf.models.modelFromJSON({
    modelTopology: modelTopology(shape),
  });
  backend.activate();
  tf.tidy(() =>
    network.setWeights(
      weightSpecs(shape).map(({ shape }, i) =>
        tf.tensor(weights[i] ?? [], [...shape], "float32")
      ),
    )
  );
  backend.accelerate(network);
  return network;
}

/**
 * Copies a network's weights out of the engine.
 *
 * @param network The network.
 * @returns One array a weight, in the order of {@linkcode weightSpecs}.
 */
export function getWeights(network: LayersModel): Float32Array[] {
  return network.weights.map((weight) =>
    weight.read().dataSync<"float32">().slice()
  );
}

/**
 * Runs a network.
 *
 * @param backend Where it is, active.
 * @param network The network.
 * @param x Windows, shape `[batch, window, features]`.
 * @returns Their reconstruction, same shape.
 */
export function forward(
  { tf }: TfjsBackend,
  network: LayersModel,
  x: Tensor,
): Tensor {
  const y = network.apply(x);
  if (y instanceof tf.Tensor) return y;
  throw new TypeError("Cannot run the network: it must give one tensor");
}

import type { TrainHooks, TrainOptions } from "./engine.ts";
import { joinWeights } from "./flat_weights.ts";
import { initialWeights } from "./initial_weights.ts";
import type { NetworkShape } from "./network_shape.ts";
import { pacer } from "./pacer.ts";
import { throttle } from "./throttle.ts";

/**
 * Draws the weights that a training starts from, and tells the listener of life
 * meanwhile, so that it can end the training by throwing.
 *
 * @param shape Sizes of the network.
 * @param options The seed, how long it may train, and who hears of it.
 * @returns Weights, one after the other.
 * @throws What the listener throws.
 */
export async function firstWeights(
  shape: NetworkShape,
  { seed, epochs, listener }:
    & Pick<TrainOptions, "seed" | "epochs">
    & Required<Pick<TrainHooks, "listener">>,
): Promise<Float32Array> {
  const wait = pacer();
  const report = throttle(listener);
  const pause = async () => {
    await wait();
    report.sometimes({ epoch: 1, epochs, done: 0, loss: undefined });
  };
  return joinWeights(await initialWeights(shape, { seed, pause }));
}

import { type NetworkShape, weightSpecs } from "./network_shape.ts";

/**
 * Counts a network's weights.
 *
 * @param shape Sizes of the network.
 * @returns How many numbers all its weights are.
 */
export function weightCount(shape: NetworkShape): number {
  return weightSizes(shape).reduce((sum, size) => sum + size);
}

/**
 * Puts a network's weights one after the other, as `weights.bin` holds them:
 * float32 is little endian wherever Deno runs.
 *
 * @param weights One array a weight, in the order of {@linkcode weightSpecs}.
 * @returns All in one array of its own.
 */
export function joinWeights(weights: readonly Float32Array[]): Float32Array {
  const size = weights.reduce((sum, { length }) => sum + length, 0);
  const all = new Float32Array(size);
  let start = 0;
  for (const weight of weights) {
    all.set(weight, start);
    start += weight.length;
  }
  return all;
}

/**
 * Cuts what {@linkcode joinWeights} joined.
 *
 * @param all As many numbers as {@linkcode weightCount} says.
 * @param shape Sizes of the network.
 * @returns Views, one a weight, in the order of {@linkcode weightSpecs}.
 */
export function splitWeights(
  all: Float32Array,
  shape: NetworkShape,
): Float32Array[] {
  let start = 0;
  return weightSizes(shape).map((size) => all.subarray(start, start += size));
}

function weightSizes(shape: NetworkShape): number[] {
  return weightSpecs(shape).map(({ shape }) => shape.reduce((a, b) => a * b));
}

import type { NetworkShape } from "./network_shape.ts";
import { seededRandom } from "./random.ts";

/**
 * Draws the weights that training starts from, as Keras does: Glorot uniform
 * kernels, orthogonal recurrent kernels, zero biases with 1 for the forget gate.
 *
 * Made here and not by tfjs' initialisers, so that every engine starts from the
 * same numbers; tfjs' orthogonal one also prints a warning at our sizes.
 *
 * @param shape Sizes of the network.
 * @param seed Same seed, same weights.
 * @returns One array a weight, in the order of {@linkcode weightSpecs}.
 */
export function initialWeights(
  { features, hidden }: NetworkShape,
  seed: number,
): Float32Array[] {
  const random = seededRandom(seed);
  const lstm = (inputs: number) => [
    glorotUniform(inputs, 4 * hidden, random),
    orthogonal(hidden, 4 * hidden, random),
    unitForgetBias(hidden),
  ];
  return [
    ...lstm(features),
    ...lstm(hidden),
    glorotUniform(hidden, features, random),
    new Float32Array(features),
  ];
}

/**
 * Draws uniformly from ±√(6 / (rows + columns)).
 *
 * Source: Glorot & Bengio, "Understanding the difficulty of training deep
 * feedforward neural networks", AISTATS 2010, eq. 16.
 *
 * @param rows Inputs.
 * @param columns Outputs.
 * @param random Numbers in [0, 1).
 * @returns Row-major, shape `[rows, columns]`.
 */
export function glorotUniform(
  rows: number,
  columns: number,
  random: () => number,
): Float32Array {
  const limit = Math.sqrt(6 / (rows + columns));
  return Float32Array.from(
    { length: rows * columns },
    () => (2 * random() - 1) * limit,
  );
}

/**
 * Draws orthonormal rows: Gram–Schmidt, done twice for its rounding, over normal
 * vectors, which is uniform over all such matrices.
 *
 * Source: Saxe, McClelland & Ganguli, "Exact solutions to the nonlinear dynamics
 * of learning in deep linear neural networks", ICLR 2014.
 *
 * @param rows At most `columns`.
 * @param columns Length of a row.
 * @param random Numbers in [0, 1).
 * @returns Row-major, shape `[rows, columns]`.
 */
export function orthogonal(
  rows: number,
  columns: number,
  random: () => number,
): Float32Array {
  const basis: Float64Array[] = [];
  while (basis.length < rows) {
    const vector = Float64Array.from({ length: columns }, () => normal(random));
    for (const other of [...basis, ...basis]) {
      const along = dot(vector, other);
      vector.forEach((value, i) => vector[i] = value - along * (other[i] ?? 0));
    }
    const norm = Math.sqrt(dot(vector, vector));
    basis.push(vector.map((value) => value / norm));
  }
  return Float32Array.from(basis.flatMap((row) => [...row]));
}

/** Gate order i, f, c, o: a forget gate that starts open lets gradients through. */
function unitForgetBias(hidden: number): Float32Array {
  return new Float32Array(4 * hidden).fill(1, hidden, 2 * hidden);
}

/** Box–Muller; `1 − random()` lies in (0, 1], where the logarithm is finite. */
function normal(random: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

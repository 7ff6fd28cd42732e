import type { NetworkShape } from "./network_shape.ts";
import { pacer } from "./pacer.ts";
import { seededRandom } from "./random.ts";

/** How first weights are drawn. */
export interface InitialWeightsOptions {
  /** Same seed, same weights. */
  readonly seed: number;
  /**
   * Waits for others' turn, after each row of a recurrent kernel: a thousand units
   * take the better part of a minute.
   *
   * @default pacer()
   */
  readonly pause?: () => Promise<void>;
}

/**
 * Draws the weights that training starts from, as Keras does: Glorot uniform
 * kernels, orthogonal recurrent kernels, zero biases with 1 for the forget gate.
 *
 * Made here and not by tfjs' initialisers, so that every engine starts from the
 * same numbers; tfjs' orthogonal one also prints a warning at our sizes.
 *
 * @param shape Sizes of the network.
 * @param options The seed, and who else gets a turn.
 * @returns One array a weight, in the order of {@linkcode weightSpecs}.
 */
export async function initialWeights(
  { features, hidden }: NetworkShape,
  { seed, pause = pacer() }: InitialWeightsOptions,
): Promise<Float32Array[]> {
  const random = seededRandom(seed);
  const lstm = async (inputs: number) => [
    glorotUniform(inputs, 4 * hidden, random),
    await orthogonal([hidden, 4 * hidden], { random, pause }),
    unitForgetBias(hidden),
  ];
  return [
    ...await lstm(features),
    ...await lstm(hidden),
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
 * Plain loops: with closures 256 units took seconds. The sums keep their order,
 * by which the bits of all weights ever drawn hang.
 *
 * @param shape Rows, at most as many as columns, and columns.
 * @param options Numbers in [0, 1), and a pause after each row.
 * @returns Row-major, shape `[rows, columns]`.
 */
export async function orthogonal(
  [rows, columns]: readonly [rows: number, columns: number],
  { random, pause }: {
    readonly random: () => number;
    readonly pause: () => Promise<void>;
  },
): Promise<Float32Array> {
  const basis: Float64Array[] = [];
  const matrix = new Float32Array(rows * columns);
  for (let r = 0; r < rows; r++) {
    const vector = Float64Array.from({ length: columns }, () => normal(random));
    for (let time = 0; time < 2; time++) {
      for (const other of basis) {
        const along = dot(vector, other);
        for (let i = 0; i < columns; i++) vector[i]! -= along * other[i]!;
      }
    }
    const norm = Math.sqrt(dot(vector, vector));
    for (let i = 0; i < columns; i++) vector[i]! /= norm;
    basis.push(vector);
    matrix.set(vector, r * columns);
    await pause();
  }
  return matrix;
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
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

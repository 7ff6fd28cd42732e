import { weightCount } from "../flat_weights.ts";
import type { NetworkShape } from "../network_shape.ts";
import { paddedSizes, type PanelMatrix } from "./padded_sizes.ts";

/**
 * Lists where each weight of a network stands among the kernel's parameters.
 *
 * @param shape Sizes of the network.
 * @returns One index a weight, in the order of `weights.bin`, into the list of
 *   parameters; what is not in it is rounding and stays 0.
 */
export function panelIndices(shape: NetworkShape): Uint32Array {
  const { features, hidden } = shape;
  const { units, matrices } = paddedSizes(shape);
  const { encoder, input, recurrent, output } = matrices;
  const indices = new Uint32Array(weightCount(shape));
  let next = 0;
  /** Rows of a matrix, a column a gate and unit or a feature. */
  const take = (matrix: PanelMatrix, first: number, { rows }: Rows) => {
    const columns = matrix === output ? features : 4 * hidden;
    for (let row = first; row < first + rows; row++) {
      for (let i = 0; i < columns; i++) {
        const column = matrix === output
          ? i
          : Math.floor(i / hidden) * units + i % hidden;
        const panel = column >> 3;
        const place = (panel * matrix.rows + row) * 8 + (column & 7);
        indices[next++] = matrix.offset + place;
      }
    }
  };
  take(encoder, units, { rows: features });
  take(encoder, 0, { rows: hidden });
  take(encoder, units + features, { rows: 1 });
  take(input, 0, { rows: hidden });
  take(recurrent, 0, { rows: hidden });
  take(input, units, { rows: 1 });
  take(output, 0, { rows: hidden });
  take(output, units, { rows: 1 });
  return indices;
}

interface Rows {
  readonly rows: number;
}

/**
 * Writes numbers to where the kernel has them.
 *
 * @param values In the order of `weights.bin`: weights, or moments of Adam.
 * @param indices Of {@linkcode panelIndices}.
 * @param parameters Takes them; the rest of it is left as it is.
 */
export function toPanels(
  values: Float32Array,
  indices: Uint32Array,
  { parameters }: { readonly parameters: Float32Array },
): void {
  for (let i = 0; i < indices.length; i++) {
    parameters[indices[i] ?? 0] = values[i] ?? 0;
  }
}

/**
 * Reads numbers from where the kernel has them.
 *
 * @param parameters The kernel's list.
 * @param indices Of {@linkcode panelIndices}.
 * @returns In the order of `weights.bin`; a copy.
 */
export function fromPanels(
  parameters: Float32Array,
  indices: Uint32Array,
): Float32Array {
  const values = new Float32Array(indices.length);
  for (let i = 0; i < indices.length; i++) {
    values[i] = parameters[indices[i] ?? 0] ?? 0;
  }
  return values;
}

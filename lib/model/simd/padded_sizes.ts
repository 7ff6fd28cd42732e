import type { NetworkShape } from "../network_shape.ts";

/** Width of a panel and height of a block. */
const BLOCK = 8;

/** A parameter matrix in panels of 8 columns. */
export interface PanelMatrix {
  /** Rows, a multiple of 8. */
  readonly rows: number;
  /** Columns, a multiple of 8. */
  readonly columns: number;
  /** Numbers. */
  readonly size: number;
  /** Numbers before it in the list of parameters. */
  readonly offset: number;
}

/** A network's sizes, rounded up to whole blocks. */
export interface PaddedSizes {
  /** Units of each LSTM. */
  readonly units: number;
  /** Columns that hold `[x | 1]`. */
  readonly inputs: number;
  /** Columns of a reconstructed step. */
  readonly outputs: number;
  /** The parameters, in their order. */
  readonly matrices: Readonly<Record<MatrixName, PanelMatrix>>;
}

/** The parameter matrices by their names in the kernel. */
export type MatrixName = "encoder" | "input" | "recurrent" | "output";

/**
 * Rounds a network's sizes up to whole blocks of the kernel.
 *
 * @param shape Sizes of the network.
 * @returns Sizes, and the parameter matrices: `encoder` with rows `[h | x | 1]`,
 *   `input` with `[code | 1]`, `recurrent` with `[h]`, `output` with `[h | 1]`.
 */
export function paddedSizes({ features, hidden }: NetworkShape): PaddedSizes {
  const units = roundUp(hidden);
  const inputs = roundUp(features + 1);
  const outputs = roundUp(features);
  let offset = 0;
  const matrix = (rows: number, columns: number): PanelMatrix => {
    const size = rows * columns;
    offset += size;
    return { rows, columns, size, offset: offset - size };
  };
  return {
    units,
    inputs,
    outputs,
    matrices: {
      encoder: matrix(units + inputs, 4 * units),
      input: matrix(units + BLOCK, 4 * units),
      recurrent: matrix(units, 4 * units),
      output: matrix(units + BLOCK, outputs),
    },
  };
}

function roundUp(count: number): number {
  return Math.ceil(count / BLOCK) * BLOCK;
}

// deno-lint-ignore-file camelcase -- the names are the binding's own.
import type { Tensor, TensorFlow } from "./tensorflow.ts";

/** An attribute of a TensorFlow op. */
export interface OpAttribute {
  /** The op's name for it. */
  readonly name: string;
  /** One of the binding's `TF_ATTR_…`. */
  readonly type: number;
  /** Its value, of that type. */
  readonly value: number | boolean;
}

/** What tfjs-node's backend can do beyond tfjs' own ops; untyped in the package. */
export interface NativeBackend {
  /** The compiled addon: its constants and its only way to make an int64. */
  readonly binding: {
    readonly TF_INT64: number;
    readonly TF_FLOAT: number;
    readonly TF_ATTR_TYPE: number;
    readonly TF_ATTR_BOOL: number;
    readonly TF_ATTR_FLOAT: number;
    readonly TF_Version: string;
    createTensor(shape: number[], dtype: number, values: Int32Array): number;
  };
  /** Native tensors by tfjs' data id. */
  readonly tensorMap: { set(dataId: object, tensor: object): void };
  /** Runs any TensorFlow op. */
  executeMultipleOutputs(
    op: string,
    attributes: readonly OpAttribute[],
    inputs: readonly TensorHandle[],
    outputs: number,
  ): Tensor[];
}

/** As much of a tensor as an op's input needs. */
export type TensorHandle = Pick<Tensor, "dataId" | "shape" | "dtype">;

/**
 * Gives tfjs-node's backend.
 *
 * @param tf tfjs-node, its backend active.
 * @returns The backend behind `tf`.
 */
export function nativeBackend(tf: TensorFlow): NativeBackend {
  // The package types its backend as tfjs' common interface.
  return tf.backend() as unknown as NativeBackend;
}

const SCALARS = new Map<number, TensorHandle>();

/**
 * Gives an int64 scalar, which tfjs has no type for. One is made for each value
 * and kept for good: a fresh one a call would never be freed.
 *
 * @param native The backend, of which a process has one.
 * @param value From 0 to 2³¹ − 1.
 * @returns A handle for an op's input.
 */
export function int64Scalar(
  native: NativeBackend,
  value: number,
): TensorHandle {
  const scalar = SCALARS.get(value) ?? makeInt64(native, value);
  SCALARS.set(value, scalar);
  return scalar;
}

function makeInt64(native: NativeBackend, value: number): TensorHandle {
  const { createTensor, TF_INT64 } = native.binding;
  const dataId = {};
  // An int64 is passed as two int32, low half first.
  const id = createTensor([], TF_INT64, new Int32Array([value, 0]));
  native.tensorMap.set(dataId, {
    shape: [],
    dtype: TF_INT64,
    id,
    values: null,
    refCount: 1,
  });
  return { dataId, shape: [], dtype: "int32" };
}

import type { NetworkShape } from "../network_shape.ts";
import { paddedSizes } from "./padded_sizes.ts";

/** Windows that go through the network together in training; the kernel's LANES. */
export const LANES = 8;

/** Windows that are scored together; the kernel's SCORE_LANES. */
export const SCORE_LANES = 16;

/** What a memory is for. */
export interface LayoutRequest {
  /** Sizes of the network. */
  readonly shape: NetworkShape;
  /** Threads that compute, each with memory of its own. */
  readonly threads: number;
  /** Gradient blocks; 0 where nothing is trained. */
  readonly shards: number;
  /** Steps of a job whose share of the pre-activations is computed at once. */
  readonly projected: number;
  /** Bytes of a slot: the inputs and results of a job. */
  readonly slotBytes: number;
  /** Slots. */
  readonly slots: number;
}

/** Globals of the kernel by name: sizes, and addresses in bytes. */
export type Globals = Readonly<Record<string, number>>;

/** Where everything lies in the memory that all threads share. */
export interface Layout {
  /** Globals that are the same for all threads. */
  readonly shared: Globals;
  /** Each thread's own. */
  readonly own: readonly Globals[];
  /** Address of each slot. */
  readonly slots: readonly number[];
  /** Numbers of all parameters, rounded up. */
  readonly parameters: number;
  /** Size of the memory. */
  readonly bytes: number;
}

/** Address of the control words, after the kernel's constants. */
export const CONTROL = 1024;

/** Where the layout begins. */
const START = 4096;

/** A line of the cache: no two threads write to the same one. */
const LINE = 64;

const F32 = Float32Array.BYTES_PER_ELEMENT;

/**
 * Lays out the memory of a network.
 *
 * @param request What it is for.
 * @returns Sizes and addresses; nothing is allocated yet.
 */
export function layOut(request: LayoutRequest): Layout {
  const { shape, threads, shards, slots, slotBytes } = request;
  const sizes = paddedSizes(shape);
  let bytes = START;
  const take = (floats: number) => {
    const address = bytes;
    bytes += Math.ceil(floats * F32 / LINE) * LINE;
    return address;
  };
  const matrices = Object.entries(sizes.matrices);
  const parameters = matrices.reduce((sum, [, m]) => sum + m.size, 0);
  const encoder = take(3 * parameters);
  const shared = {
    window: shape.window,
    features: shape.features,
    units: sizes.units,
    inputs: sizes.inputs,
    outputs: sizes.outputs,
    ...Object.fromEntries(
      matrices.map(([name, { offset }]) => [name, encoder + offset * F32]),
    ),
    parameterBytes: parameters * F32,
    gradientBytes: parameters * F32,
    gradients: take(shards * parameters),
    zeros: take(Math.max(4 * sizes.units, sizes.outputs)),
    mask: take(sizes.outputs),
    ...(shards > 0 ? fields(backSizes(sizes), take) : {}),
  };
  const own = Array.from({ length: threads }, () => ({
    heartbeat: take(LINE / F32),
    ...fields(scoreSizes(sizes, request.projected), take),
    ...(shards > 0 ? fields(trainSizes(sizes, shape.window), take) : {}),
  }));
  return {
    shared,
    own,
    slots: Array.from({ length: slots }, () => take(slotBytes / F32)),
    parameters,
    bytes,
  };
}

function fields(
  floats: Readonly<Record<string, number>>,
  take: (floats: number) => number,
): Globals {
  return Object.fromEntries(
    Object.entries(floats).map(([name, size]) => [name, take(size)]),
  );
}

type Sizes = ReturnType<typeof paddedSizes>;

/** Copies of the matrices' first `units` rows, for the way back. */
function backSizes({ units, outputs }: Sizes) {
  return {
    encoderBack: units * 4 * units,
    inputBack: units * 4 * units,
    recurrentBack: units * 4 * units,
    outputBack: units * outputs,
  };
}

/** What a thread needs to score. */
function scoreSizes({ units, inputs, outputs }: Sizes, projected: number) {
  return {
    projections: Math.ceil(projected / LANES) * LANES * 4 * units,
    inputRows: LANES * inputs,
    stateRows: SCORE_LANES * (units + 8),
    cells: SCORE_LANES * units,
    startGates: SCORE_LANES * 4 * units,
    stepGates: SCORE_LANES * 4 * units,
    stepOutputs: SCORE_LANES * outputs,
  };
}

/** What a thread needs to train. */
function trainSizes({ units, inputs, outputs }: Sizes, window: number) {
  const rows = window * LANES;
  const rowsAndOne = rows + LANES;
  return {
    encoderRows: rowsAndOne * (units + inputs),
    encoderGates: rows * 4 * units,
    encoderCells: rowsAndOne * units,
    encoderTanh: rows * units,
    codeRows: LANES * (units + 8),
    codeGates: LANES * 4 * units,
    codeErrors: LANES * 4 * units,
    decoderRows: rowsAndOne * (units + 8),
    decoderGates: rows * 4 * units,
    decoderCells: rowsAndOne * units,
    decoderTanh: rows * units,
    outputErrors: rows * outputs,
    hiddenErrors: rows * units,
    stateErrors: LANES * units,
    cellErrors: LANES * units,
    panel: rows * 8,
  };
}

/** The network's way forward for training, with all that the way back needs. */
import { stepForward } from "./cell.as";
import {
  codeGates, codeRows, decoderCells, decoderGates, decoderRows, decoderTanh,
  encoder, encoderCells, encoderGates, encoderRows, encoderTanh, F32, features,
  heartbeat, input, inputs, LANES, output, outputErrors, outputs, recurrent,
  units, window, zeros,
} from "./memory_map.as";
import { multiply } from "./matmul.as";

/**
 * Lays a micro-batch out, window beside window for each step.
 *
 * @param windows `[count][window][features]`, row-major.
 * @param count From 1 to LANES; the other windows stay what they were, and count
 *   nothing since their errors are set to 0.
 */
export function layOut(windows: usize, count: i32): void {
  const bytes = <usize>features * F32;
  const row = <usize>(units + inputs) * F32;
  for (let lane = 0; lane < count; lane++) {
    let to = encoderRows + <usize>lane * row + <usize>units * F32;
    for (let t = 0; t < window; t++) {
      memory.copy(to, windows, bytes);
      windows += bytes;
      to += row * LANES;
    }
  }
}

/** Runs encoder, decoder and dense layer; the reconstruction is in `outputErrors`. */
export function forward(): void {
  encode();
  decode();
  const row = <usize>(units + 8) * F32;
  multiply(
    window * LANES, units + 8, outputs,
    decoderRows + row * LANES, row,
    output, row * 8,
    zeros, 0,
    outputErrors, <usize>outputs * F32,
  );
}

function encode(): void {
  const width = units + inputs;
  const row = <usize>width * F32;
  const gatesRow = <usize>units * 4 * F32;
  const state = <usize>(LANES * units) * F32;
  // The state before the first step is 0: only x and the bias count there.
  const skipped = <usize>units * F32;
  let rows = encoderRows, gates = encoderGates;
  let cells = encoderCells, tanhs = encoderTanh;
  for (let t = 0; t < window; t++) {
    if (t == 0) {
      multiply(
        LANES, inputs, units * 4,
        rows + skipped, row,
        encoder + skipped * 8, row * 8,
        zeros, 0,
        gates, gatesRow,
      );
    } else {
      multiply(
        LANES, width, units * 4,
        rows, row, encoder, row * 8, zeros, 0, gates, gatesRow,
      );
    }
    const next = rows + row * LANES;
    stepForward(gates, cells, cells + state, tanhs, next, row);
    rows = next;
    gates += gatesRow * LANES;
    cells += state;
    tanhs += state;
    beat();
  }
  const codeRow = <usize>(units + 8) * F32;
  for (let lane: usize = 0; lane < <usize>LANES; lane++) {
    memory.copy(codeRows + lane * codeRow, rows + lane * row, skipped);
  }
}

function decode(): void {
  const row = <usize>(units + 8) * F32;
  const gatesRow = <usize>units * 4 * F32;
  const state = <usize>(LANES * units) * F32;
  // Every step sees the same code, so its product is taken once.
  multiply(
    LANES, units + 8, units * 4,
    codeRows, row, input, row * 8, zeros, 0, codeGates, gatesRow,
  );
  let rows = decoderRows, gates = decoderGates;
  let cells = decoderCells, tanhs = decoderTanh;
  for (let t = 0; t < window; t++) {
    if (t == 0) {
      memory.copy(gates, codeGates, gatesRow * LANES);
    } else {
      multiply(
        LANES, units, units * 4,
        rows, row,
        recurrent, <usize>units * F32 * 8,
        codeGates, gatesRow,
        gates, gatesRow,
      );
    }
    const next = rows + row * LANES;
    stepForward(gates, cells, cells + state, tanhs, next, row);
    rows = next;
    gates += gatesRow * LANES;
    cells += state;
    tanhs += state;
    beat();
  }
}

/** Tells the host that this thread is alive. */
// @ts-ignore: decorator
@inline
export function beat(): void {
  store<i32>(heartbeat, load<i32>(heartbeat) + 1);
}

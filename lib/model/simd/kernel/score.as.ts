/**
 * The way forward alone. It differs from training's in two ways:
 *
 * - Overlapping windows share steps, so what a step's x adds to the
 *   pre-activations is computed once a step, not once a window.
 * - Of the decoder's steps only the last is turned into features where only that
 *   is asked for.
 */
import { stepOnly } from "./cell.as";
import { beat } from "./forward.as";
import {
  cells, encoder, F32, features, input, inputRows, inputs, LANES, output,
  outputs, projections, recurrent, SCORE_LANES, startGates, stateRows, stepGates,
  stepOutputs, units, window, zeros,
} from "./memory_map.as";
import { multiply } from "./matmul.as";

/**
 * Computes what x adds to the encoder's pre-activations at each step.
 *
 * @param steps `[count][features]`, row-major; `projections` has room for them.
 */
export function project(steps: usize, count: i32): void {
  const bytes = <usize>features * F32;
  const gatesRow = <usize>units * 4 * F32;
  const encoderRow = <usize>(units + inputs) * F32;
  const inputRow = <usize>inputs * F32;
  let to = projections;
  for (let t = 0; t < count; t += LANES) {
    const rows = min(LANES, count - t);
    for (let r = 0; r < rows; r++) {
      memory.copy(inputRows + <usize>r * inputRow, steps, bytes);
      steps += bytes;
    }
    multiply(
      LANES, inputs, units * 4,
      inputRows, inputRow,
      encoder + <usize>units * 8 * F32, encoderRow * 8,
      zeros, 0,
      to, gatesRow,
    );
    to += gatesRow * LANES;
    if ((t & 63) == 0) beat();
  }
}

/**
 * Reconstructs windows over projected steps.
 *
 * @param starts `[count]` i32: each window's first step among the projected ones.
 * @param count Windows.
 * @param firstStep First step to give back: 0 or `window − 1`.
 * @param out `[count][window − firstStep][features]`, row-major.
 */
export function reconstruct(
  starts: usize, count: i32, firstStep: i32, out: usize,
): void {
  const kept = <usize>((window - firstStep) * features) * F32;
  for (let w = 0; w < count; w += SCORE_LANES) {
    const lanes = min(SCORE_LANES, count - w);
    encode(starts, lanes);
    decode(lanes, firstStep, out);
    starts += <usize>SCORE_LANES * 4;
    out += kept * SCORE_LANES;
  }
}

/** Leaves the code in `stateRows`. */
function encode(starts: usize, lanes: i32): void {
  const gatesRow = <usize>units * 4 * F32;
  const row = <usize>(units + 8) * F32;
  const panel = <usize>(units + inputs) * 8 * F32;
  const apart = spacing(starts, lanes);
  memory.fill(cells, 0, <usize>(SCORE_LANES * units) * F32);
  let from = projections + <usize>load<i32>(starts) * gatesRow;
  let fromRow = <usize>apart * gatesRow;
  for (let t = 0; t < window; t++) {
    if (apart < 0) {
      // Windows that do not follow one another evenly: gathered row by row.
      gather(starts, lanes, t);
      from = startGates;
      fromRow = gatesRow;
    }
    if (t == 0) {
      stepOnly(from, fromRow, SCORE_LANES, cells, stateRows, row);
    } else {
      multiply(
        SCORE_LANES, units, units * 4,
        stateRows, row, encoder, panel, from, fromRow, stepGates, gatesRow,
      );
      stepOnly(stepGates, gatesRow, SCORE_LANES, cells, stateRows, row);
    }
    from += gatesRow;
    beat();
  }
}

/**
 * Gives the steps from each window's start to the next one's.
 *
 * @returns −1 where they differ or windows are missing.
 */
function spacing(starts: usize, lanes: i32): i32 {
  if (lanes < SCORE_LANES) return -1;
  const first = load<i32>(starts, 4) - load<i32>(starts);
  for (let lane = 2; lane < SCORE_LANES; lane++) {
    const at = starts + <usize>lane * 4;
    if (load<i32>(at) - load<i32>(at - 4) != first) return -1;
  }
  return first;
}

/** Copies the rows of step `t`; missing windows repeat the last one. */
function gather(starts: usize, lanes: i32, t: i32): void {
  const gatesRow = <usize>units * 4 * F32;
  for (let lane = 0; lane < SCORE_LANES; lane++) {
    const at = starts + <usize>min(lane, lanes - 1) * 4;
    const step = <usize>(load<i32>(at) + t);
    memory.copy(
      startGates + <usize>lane * gatesRow, projections + step * gatesRow, gatesRow,
    );
  }
}

function decode(lanes: i32, firstStep: i32, out: usize): void {
  const gatesRow = <usize>units * 4 * F32;
  const row = <usize>(units + 8) * F32;
  const outputRow = <usize>outputs * F32;
  const bytes = <usize>features * F32;
  const kept = bytes * (window - firstStep);
  multiply(
    SCORE_LANES, units + 8, units * 4,
    stateRows, row, input, row * 8, zeros, 0, startGates, gatesRow,
  );
  memory.fill(cells, 0, <usize>(SCORE_LANES * units) * F32);
  for (let t = 0; t < window; t++) {
    if (t == 0) {
      stepOnly(startGates, gatesRow, SCORE_LANES, cells, stateRows, row);
    } else {
      multiply(
        SCORE_LANES, units, units * 4,
        stateRows, row,
        recurrent, <usize>units * 8 * F32,
        startGates, gatesRow,
        stepGates, gatesRow,
      );
      stepOnly(stepGates, gatesRow, SCORE_LANES, cells, stateRows, row);
    }
    beat();
    if (t < firstStep) continue;
    multiply(
      SCORE_LANES, units + 8, outputs,
      stateRows, row, output, row * 8, zeros, 0, stepOutputs, outputRow,
    );
    let to = out + bytes * (t - firstStep);
    for (let lane = 0; lane < lanes; lane++) {
      memory.copy(to, stepOutputs + <usize>lane * outputRow, bytes);
      to += kept;
    }
  }
}

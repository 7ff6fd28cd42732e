/**
 * Backpropagation through time (Werbos, "Backpropagation Through Time: What It
 * Does and How to Do It", Proceedings of the IEEE 78 (1990)).
 *
 * Going back, the errors of a step's pre-activations take the place of its gates.
 * When all are there, each weight's gradient is one product over time and windows
 * of what came in with the errors: two products a layer, not two a step.
 */
import { stepBackward } from "./cell.as";
import { beat, forward, layOut } from "./forward.as";
import {
  cellErrors, codeErrors, codeRows, decoderCells, decoderGates, decoderRows,
  decoderTanh, encoder, encoderBack, encoderCells, encoderGates, encoderRows,
  encoderTanh, F32, hiddenErrors, input, inputBack, inputs, LANES,
  mask, output, outputBack, outputErrors, outputs, recurrent, recurrentBack,
  stateErrors, units, window, zeros,
} from "./memory_map.as";
import { accumulate, multiply } from "./matmul.as";

/**
 * Adds the gradient of a micro-batch's loss to a gradient block.
 *
 * @param windows `[count][window][features]`, row-major.
 * @param count Windows, from 1 to LANES.
 * @param gradient The block, laid out as the parameters.
 * @param scale The gradient is that of `scale / 2` times the sum of squares.
 * @returns The sum of squared errors.
 */
export function accumulateGradient(
  windows: usize, count: i32, gradient: usize, scale: f32,
): f64 {
  layOut(windows, count);
  forward();
  const loss = takeErrors(count, scale);
  decodeBack();
  encodeBack();
  const back = gradient - encoder;
  const decoderRow = <usize>(units + 8) * F32;
  const later = decoderRow * LANES;
  const gatesRow = <usize>units * 4 * F32;
  const encoderWidth = units + inputs;
  // A weight's gradient lies in the block where the weight lies in the parameters.
  accumulate(
    window * LANES, 0, units + 8, outputs,
    decoderRows + later, decoderRow,
    outputErrors, <usize>outputs * F32,
    output + back,
  );
  accumulate(
    window * LANES, units, units, units * 4,
    decoderRows, decoderRow, decoderGates, gatesRow, recurrent + back,
  );
  accumulate(
    LANES, 0, units + 8, units * 4,
    codeRows, decoderRow, codeErrors, gatesRow, input + back,
  );
  accumulate(
    window * LANES, units, encoderWidth, units * 4,
    encoderRows, <usize>encoderWidth * F32, encoderGates, gatesRow,
    encoder + back,
  );
  return loss;
}

/**
 * Turns the reconstruction into the errors of the loss, and of h through the
 * dense layer.
 *
 * @returns The sum of squared errors of the first `count` windows.
 */
function takeErrors(count: i32, scale: f32): f64 {
  const columns = <usize>outputs * F32;
  const row = <usize>(units + inputs) * F32;
  const factor = f32x4.splat(scale);
  let loss: f64 = 0;
  for (let lane = 0; lane < LANES; lane++) {
    let y = outputErrors + <usize>lane * columns;
    let x = encoderRows + <usize>lane * row + <usize>units * F32;
    let sum = f32x4.splat(0);
    for (let t = 0; t < window; t++) {
      if (lane < count) {
        for (let f: usize = 0; f < columns; f += 16) {
          const difference = f32x4.sub(v128.load(y + f), v128.load(x + f));
          const error = f32x4.mul(v128.load(mask + f), difference);
          sum = f32x4.relaxed_madd(error, error, sum);
          v128.store(y + f, f32x4.mul(error, factor));
        }
      } else {
        memory.fill(y, 0, columns);
      }
      y += columns * LANES;
      x += row * LANES;
    }
    loss += total(sum);
  }
  multiply(
    window * LANES, outputs, units,
    outputErrors, columns,
    outputBack, columns * 8,
    zeros, 0,
    hiddenErrors, <usize>units * F32,
  );
  return loss;
}

function decodeBack(): void {
  const gatesRow = <usize>units * 4 * F32;
  const stateRow = <usize>units * F32;
  const state = stateRow * LANES;
  memory.fill(cellErrors, 0, state);
  memory.fill(codeErrors, 0, gatesRow * LANES);
  for (let t = window - 1; t >= 0; t--) {
    const gates = decoderGates + <usize>t * gatesRow * LANES;
    let errors = hiddenErrors + <usize>t * state;
    if (t < window - 1) {
      multiply(
        LANES, units * 4, units,
        gates + gatesRow * LANES, gatesRow,
        recurrentBack, gatesRow * 8,
        errors, stateRow,
        stateErrors, stateRow,
      );
      errors = stateErrors;
    }
    stepBackward(
      gates, decoderCells + <usize>t * state, decoderTanh + <usize>t * state,
      errors, cellErrors, codeErrors,
    );
    beat();
  }
}

function encodeBack(): void {
  const gatesRow = <usize>units * 4 * F32;
  const stateRow = <usize>units * F32;
  const state = stateRow * LANES;
  memory.fill(cellErrors, 0, state);
  for (let t = window - 1; t >= 0; t--) {
    const gates = encoderGates + <usize>t * gatesRow * LANES;
    // The last state's errors come from the code, the others' from the step after.
    const isLast = t == window - 1;
    multiply(
      LANES, units * 4, units,
      isLast ? codeErrors : gates + gatesRow * LANES, gatesRow,
      isLast ? inputBack : encoderBack, gatesRow * 8,
      zeros, 0,
      stateErrors, stateRow,
    );
    stepBackward(
      gates, encoderCells + <usize>t * state, encoderTanh + <usize>t * state,
      stateErrors, cellErrors, 0,
    );
    beat();
  }
}

/** Adds four numbers up, in pairs. */
export function total(v: v128): f64 {
  const pairs: f64 = <f64>f32x4.extract_lane(v, 0) + <f64>f32x4.extract_lane(v, 1);
  return pairs +
    (<f64>f32x4.extract_lane(v, 2) + <f64>f32x4.extract_lane(v, 3));
}

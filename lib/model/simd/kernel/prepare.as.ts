/** What never changes in a thread's own memory. */
import { prepareActivations } from "./activations.as";
import {
  codeRows, decoderRows, encoderRows, F32, features, inputRows, inputs, LANES,
  mask, SCORE_LANES, stateRows, units, window,
} from "./memory_map.as";

/**
 * Writes constants, the mask and the ones that stand for biases; the memory is 0.
 *
 * Rows of training are only there if this thread trains.
 */
export function prepare(): void {
  prepareActivations();
  const decoderRow = <usize>(units + 8) * F32;
  const one = <usize>units * F32;
  const inputRow = <usize>inputs * F32;
  const encoderRow = one + inputRow;
  const bias = <usize>features * F32;
  for (let lane: usize = 0; lane < <usize>LANES; lane++) {
    store<f32>(inputRows + lane * inputRow + bias, 1);
  }
  for (let lane: usize = 0; lane < <usize>SCORE_LANES; lane++) {
    store<f32>(stateRows + lane * decoderRow + one, 1);
  }
  if (!encoderRows) return;
  for (let f = 0; f < features; f++) store<f32>(mask + <usize>f * F32, 1);
  const rows = <usize>((window + 1) * LANES);
  for (let r: usize = 0; r < rows; r++) {
    store<f32>(encoderRows + r * encoderRow + one + bias, 1);
    store<f32>(decoderRows + r * decoderRow + one, 1);
  }
  for (let lane: usize = 0; lane < <usize>LANES; lane++) {
    store<f32>(codeRows + lane * decoderRow + one, 1);
  }
}

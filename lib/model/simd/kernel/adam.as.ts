/**
 * Adam (Kingma & Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015) as
 * tfjs and Keras write it, over the sum of the shards' gradients.
 *
 * Each thread takes its own panels of every matrix, so none waits for another.
 */
import {
  encoder, encoderBack, F32, gradientBytes, gradients, input, inputBack, inputs,
  output, outputBack, outputs, parameterBytes, recurrent, recurrentBack, units,
} from "./memory_map.as";

/** Bytes of a panel's row. */
const PANEL_ROW: usize = 32;

/**
 * Takes one step, and renews the copies of the weights that the way back reads.
 *
 * @param part Which part of `parts`, counted from 0.
 * @param shards Gradient blocks to add, in this order; 0 takes no step and only
 *   renews the copies.
 * @param rate Learning rate with both corrections of bias: η √(1 − β₂ᵗ) / (1 − β₁ᵗ).
 * @param epsilon ε √(1 − β₂ᵗ), which is what ε becomes in this form.
 */
export function update(
  part: i32, parts: i32, shards: i32, rate: f32, epsilon: f32,
): void {
  let at = encoder, rows = units + inputs, columns = units * 4;
  let back = encoderBack;
  for (let matrix = 0; matrix < 4; matrix++) {
    if (matrix == 1) {
      at = input;
      rows = units + 8;
      back = inputBack;
    } else if (matrix == 2) {
      at = recurrent;
      rows = units;
      back = recurrentBack;
    } else if (matrix == 3) {
      at = output;
      rows = units + 8;
      columns = outputs;
      back = outputBack;
    }
    const panels = columns >> 3;
    const first = panels * part / parts;
    const end = panels * (part + 1) / parts;
    const bytes = <usize>rows * PANEL_ROW;
    for (let p = first; p < end; p++) {
      const panel = at + <usize>p * bytes;
      if (shards) step(panel, panel + bytes, shards, rate, epsilon);
      transposePanel(panel, back, p, columns);
    }
  }
}

/** Adam on the parameters from `at` to `end`. */
function step(
  at: usize, end: usize, shards: i32, rate: f32, epsilon: f32,
): void {
  const newFirst = f32x4.splat(0.1); // 1 − β₁
  const newSecond = f32x4.splat(0.001); // 1 − β₂
  const size = f32x4.splat(rate);
  const least = f32x4.splat(epsilon);
  let block = gradients + (at - encoder);
  for (; at < end; at += 16) {
    let g = v128.load(block);
    for (let s = 1; s < shards; s++) {
      g = f32x4.add(g, v128.load(block + <usize>s * gradientBytes));
    }
    const firstAt = at + parameterBytes;
    const secondAt = firstAt + parameterBytes;
    const first = v128.load(firstAt);
    const second = v128.load(secondAt);
    const m = f32x4.relaxed_madd(newFirst, f32x4.sub(g, first), first);
    const growth = f32x4.sub(f32x4.mul(g, g), second);
    const v = f32x4.relaxed_madd(newSecond, growth, second);
    const root = f32x4.add(f32x4.sqrt(v), least);
    const change = f32x4.div(f32x4.mul(size, m), root);
    v128.store(firstAt, m);
    v128.store(secondAt, v);
    v128.store(at, f32x4.sub(v128.load(at), change));
    block += 16;
  }
}

/**
 * Writes the first `units` rows of a panel as columns, in panels as well.
 *
 * @param p The panel's number.
 * @param columns Columns of the matrix.
 */
function transposePanel(panel: usize, back: usize, p: i32, columns: i32): void {
  const backBytes = <usize>columns * PANEL_ROW;
  const corner = back + <usize>p * 8 * PANEL_ROW;
  for (let r = 0; r < units; r++) {
    let target = corner + <usize>(r >> 3) * backBytes + <usize>(r & 7) * F32;
    for (let c = 0; c < 8; c++) {
      store<f32>(target, load<f32>(panel));
      panel += F32;
      target += PANEL_ROW;
    }
  }
}

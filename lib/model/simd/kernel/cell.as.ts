/**
 * One step of an LSTM for a micro-batch, after its pre-activations are known.
 *
 *     i, f, o = sigmoid(…)    g = tanh(…)      gates, Keras' order i, f, g, o
 *     c = f ⊙ c₋₁ + i ⊙ g     h = o ⊙ tanh(c)
 *
 * In two loops, c and then h: an activation is a long chain of steps that wait for
 * one another, and the processor overlaps more of them where none waits for two.
 *
 * Source: Hochreiter & Schmidhuber, "Long Short-Term Memory", Neural Computation
 * 9 (1997), with the forget gate of Gers, Schmidhuber & Cummins (2000).
 */
import { one } from "./activations.as";
import { F32, LANES, units } from "./memory_map.as";
import { moveCells, moveState } from "./score_activations.as";
import { activateGates, activateState } from "./train_activations.as";

/**
 * A step that keeps what the way back needs.
 *
 * @param gates `[LANES][4 units]`: pre-activations, replaced by the gates.
 * @param before `[LANES][units]`: cell states.
 * @param after `[LANES][units]`: takes the new cell states.
 * @param tanhs `[LANES][units]`: takes their tanh.
 * @param h Takes the new states, `hRow` bytes from window to window.
 */
export function stepForward(
  gates: usize, before: usize, after: usize, tanhs: usize,
  h: usize, hRow: usize,
): void {
  const row = <usize>units * F32;
  for (let lane = 0; lane < LANES; lane++) {
    const out = gates + row * 3;
    for (let u: usize = 0; u < row; u += 16) {
      activateGates(gates + u, row, before + u, after + u);
    }
    for (let u: usize = 0; u < row; u += 32) {
      activateState(after + u, out + u, h + u, tanhs + u);
    }
    gates += row * 4;
    before += row;
    after += row;
    tanhs += row;
    h += hRow;
  }
}

/**
 * A step that keeps nothing but the state, for scoring.
 *
 * @param gates Pre-activations, `gatesRow` bytes from window to window.
 * @param lanes How many windows.
 * @param cells `[lanes][units]`, changed in place.
 */
export function stepOnly(
  gates: usize, gatesRow: usize, lanes: i32, cells: usize,
  h: usize, hRow: usize,
): void {
  const row = <usize>units * F32;
  for (let lane = 0; lane < lanes; lane++) {
    const out = gates + row * 3;
    for (let u: usize = 0; u < row; u += 16) {
      moveCells(gates + u, row, cells + u);
    }
    for (let u: usize = 0; u < row; u += 32) {
      moveState(out + u, cells + u, h + u);
    }
    gates += gatesRow;
    cells += row;
    h += hRow;
  }
}

/**
 * The same step backwards: from the error of h to the errors of the
 * pre-activations. With s = sigmoid(z), ds/dz = s (1 − s); with t = tanh(z),
 * dt/dz = 1 − t².
 *
 * @param gates The gates, replaced by the errors of their pre-activations.
 * @param before Cell states before the step.
 * @param tanhs tanh of the cell states after it.
 * @param dh `[LANES][units]`: errors of h.
 * @param dc `[LANES][units]`: errors of the cell state after the step, from later
 *   steps; replaced by those of the one before.
 * @param sum Where to add the errors too; 0 is nowhere.
 */
export function stepBackward(
  gates: usize, before: usize, tanhs: usize, dh: usize, dc: usize, sum: usize,
): void {
  const row = <usize>units * F32;
  for (let lane = 0; lane < LANES; lane++) {
    for (let u: usize = 0; u < row; u += 16) {
      const at = gates + u;
      const i = v128.load(at);
      const f = v128.load(at + row);
      const g = v128.load(at + row * 2);
      const o = v128.load(at + row * 3);
      const t = v128.load(tanhs + u);

      const dho = f32x4.mul(v128.load(dh + u), o);
      const dhot = f32x4.mul(dho, t);
      const fromH = f32x4.relaxed_nmadd(dhot, t, dho); // dh · o · (1 − t²)
      const d = f32x4.add(v128.load(dc + u), fromH);
      const di = f32x4.mul(d, i);
      const df = f32x4.mul(d, f);
      const dig = f32x4.mul(di, g);
      const dfc = f32x4.mul(df, v128.load(before + u));
      const zi = f32x4.mul(dig, f32x4.sub(one(), i));
      const zf = f32x4.mul(dfc, f32x4.sub(one(), f));
      const zg = f32x4.relaxed_nmadd(dig, g, di); // d · i · (1 − g²)
      const zo = f32x4.mul(dhot, f32x4.sub(one(), o));

      v128.store(dc + u, df);
      v128.store(at, zi);
      v128.store(at + row, zf);
      v128.store(at + row * 2, zg);
      v128.store(at + row * 3, zo);
      if (sum) {
        const to = sum + u;
        add(to, zi);
        add(to + row, zf);
        add(to + row * 2, zg);
        add(to + row * 3, zo);
      }
    }
    gates += row * 4;
    before += row;
    tanhs += row;
    dh += row;
    dc += row;
    if (sum) sum += row * 4;
  }
}

// @ts-ignore: decorator
@inline
function add(to: usize, value: v128): void {
  v128.store(to, f32x4.add(v128.load(to), value));
}

/**
 * Sigmoid and tanh of a cell's gates and of its state, to about 1e-7, each for four
 * numbers at once.
 *
 * Both follow from 1 / (1 + 2ᵗ). With t = n + r, n whole and |r| ≤ ½, 2ʳ is a
 * polynomial and 2ⁿ is added to the exponent's bits.
 */

/**
 * Constants stand in memory at a fixed address: V8 makes a `v128.const` anew at
 * each use, a load costs less.
 */
const CONSTANTS: usize = 64;

/** Writes the constants; every thread writes the same. */
export function prepareActivations(): void {
  // Beyond these 2ᵗ may be no normal float; the result is 1 or 0 long before.
  set(0, -43.5);
  set(1, 43.5);
  // 1.5 · 2²³: adding it rounds to a whole number, which its last bits hold.
  set(2, 12582912);
  // Least relative error of 2ʳ on [−½, ½], 1 at r = 0: Lawson's algorithm, 9.1e-8.
  set(3, 0.001326472731307149);
  set(4, 0.009671512991189957);
  set(5, 0.05550733581185341);
  set(6, 0.24022242426872253);
  set(7, 0.6931470036506653);
  set(8, 1);
  // −log₂ e and twice that: 2ᵗ is e⁻ˣ or e⁻²ˣ.
  set(9, -1.4426950408889634);
  set(10, -2.885390081777927);
  set(11, 2);
  set(12, -1);
}

function set(i: usize, value: f32): void {
  v128.store(CONSTANTS + i * 16, f32x4.splat(value));
}

// @ts-ignore: decorator
@inline
function constant(i: usize): v128 {
  return v128.load(CONSTANTS + i * 16);
}

/** 1. */
// @ts-ignore: decorator
@inline
export function one(): v128 {
  return constant(8);
}

/** 1 / (1 + p · 2ⁿ), where the last bits of `shifted` hold n. */
// @ts-ignore: decorator
@inline
function inverse(one: v128, p: v128, shifted: v128): v128 {
  return f32x4.div(
    one, f32x4.add(one, i32x4.add(p, i32x4.shl(shifted, 23))),
  );
}

/**
 * Activates four numbers of each gate at once, so that each constant is loaded
 * once for all of them, and adds what they say to the cell state.
 *
 * @param at Pre-activations of i; those of f, g and o follow, `row` bytes apart.
 * @param before The cell state.
 * @param after Takes the new cell state; may be `before`.
 * @param output Takes o.
 * @param keep Whether i, f and g replace their pre-activations.
 */
// @ts-ignore: decorator
@inline
export function activateGates(
  at: usize, row: usize, before: usize, after: usize, output: usize, keep: bool,
): void {
  const atF = at + row, atG = atF + row, atO = atG + row;
  // pmax and pmin give their first operand where either is NaN.
  let k = constant(0), m = constant(1);
  const xi = f32x4.pmin(f32x4.pmax(v128.load(at), k), m);
  const xf = f32x4.pmin(f32x4.pmax(v128.load(atF), k), m);
  const xg = f32x4.pmin(f32x4.pmax(v128.load(atG), k), m);
  const xo = f32x4.pmin(f32x4.pmax(v128.load(atO), k), m);
  k = constant(2);
  m = constant(9);
  const twice = constant(10);
  const si = f32x4.relaxed_madd(xi, m, k);
  const sf = f32x4.relaxed_madd(xf, m, k);
  const sg = f32x4.relaxed_madd(xg, twice, k);
  const so = f32x4.relaxed_madd(xo, m, k);
  const ri = f32x4.relaxed_madd(xi, m, f32x4.sub(k, si));
  const rf = f32x4.relaxed_madd(xf, m, f32x4.sub(k, sf));
  const rg = f32x4.relaxed_madd(xg, twice, f32x4.sub(k, sg));
  const ro = f32x4.relaxed_madd(xo, m, f32x4.sub(k, so));
  k = constant(3);
  m = constant(4);
  let pi = f32x4.relaxed_madd(ri, k, m);
  let pf = f32x4.relaxed_madd(rf, k, m);
  let pg = f32x4.relaxed_madd(rg, k, m);
  let po = f32x4.relaxed_madd(ro, k, m);
  k = constant(5);
  pi = f32x4.relaxed_madd(ri, pi, k);
  pf = f32x4.relaxed_madd(rf, pf, k);
  pg = f32x4.relaxed_madd(rg, pg, k);
  po = f32x4.relaxed_madd(ro, po, k);
  k = constant(6);
  pi = f32x4.relaxed_madd(ri, pi, k);
  pf = f32x4.relaxed_madd(rf, pf, k);
  pg = f32x4.relaxed_madd(rg, pg, k);
  po = f32x4.relaxed_madd(ro, po, k);
  k = constant(7);
  pi = f32x4.relaxed_madd(ri, pi, k);
  pf = f32x4.relaxed_madd(rf, pf, k);
  pg = f32x4.relaxed_madd(rg, pg, k);
  po = f32x4.relaxed_madd(ro, po, k);
  k = constant(8);
  pi = f32x4.relaxed_madd(ri, pi, k);
  pf = f32x4.relaxed_madd(rf, pf, k);
  pg = f32x4.relaxed_madd(rg, pg, k);
  po = f32x4.relaxed_madd(ro, po, k);
  const i = inverse(k, pi, si);
  const f = inverse(k, pf, sf);
  const half = inverse(k, pg, sg);
  const o = inverse(k, po, so);
  const g = f32x4.relaxed_madd(constant(11), half, constant(12));
  const c = f32x4.relaxed_madd(f, v128.load(before), f32x4.mul(i, g));
  v128.store(after, c);
  if (keep) {
    v128.store(at, i);
    v128.store(atF, f);
    v128.store(atG, g);
  }
  v128.store(output, o);
}

/**
 * `h = o ⊙ tanh(c)` for eight units.
 *
 * @param cells Cell states.
 * @param outputs Their o.
 * @param h Takes the states; may be `outputs`.
 * @param tanhs Takes tanh(c), if `keep`.
 */
// @ts-ignore: decorator
@inline
export function activateState(
  cells: usize, outputs: usize, h: usize, tanhs: usize, keep: bool,
): void {
  let k = constant(0), m = constant(1);
  const x0 = f32x4.pmin(f32x4.pmax(v128.load(cells), k), m);
  const x1 = f32x4.pmin(f32x4.pmax(v128.load(cells, 16), k), m);
  k = constant(2);
  m = constant(10);
  const s0 = f32x4.relaxed_madd(x0, m, k);
  const s1 = f32x4.relaxed_madd(x1, m, k);
  const r0 = f32x4.relaxed_madd(x0, m, f32x4.sub(k, s0));
  const r1 = f32x4.relaxed_madd(x1, m, f32x4.sub(k, s1));
  k = constant(3);
  m = constant(4);
  let p0 = f32x4.relaxed_madd(r0, k, m);
  let p1 = f32x4.relaxed_madd(r1, k, m);
  k = constant(5);
  p0 = f32x4.relaxed_madd(r0, p0, k);
  p1 = f32x4.relaxed_madd(r1, p1, k);
  k = constant(6);
  p0 = f32x4.relaxed_madd(r0, p0, k);
  p1 = f32x4.relaxed_madd(r1, p1, k);
  k = constant(7);
  p0 = f32x4.relaxed_madd(r0, p0, k);
  p1 = f32x4.relaxed_madd(r1, p1, k);
  k = constant(8);
  p0 = f32x4.relaxed_madd(r0, p0, k);
  p1 = f32x4.relaxed_madd(r1, p1, k);
  const half0 = inverse(k, p0, s0);
  const half1 = inverse(k, p1, s1);
  k = constant(11);
  m = constant(12);
  const t0 = f32x4.relaxed_madd(k, half0, m);
  const t1 = f32x4.relaxed_madd(k, half1, m);
  if (keep) {
    v128.store(tanhs, t0);
    v128.store(tanhs, t1, 16);
  }
  v128.store(h, f32x4.mul(v128.load(outputs), t0));
  v128.store(h, f32x4.mul(v128.load(outputs, 16), t1), 16);
}

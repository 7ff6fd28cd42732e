/**
 * Sigmoid and tanh of a cell's gates and of its state, to about 1e-7, each for four
 * numbers at once.
 *
 * With t = n + r, n whole and |r| ≤ ½, 2ᵗ = 2ⁿ p / q, where p = e + o and q = e − o:
 * e and o are the even and the odd part of a short polynomial in r. With 2ᵗ = e⁻ˣ,
 *
 *     sigmoid(x) = q / (q + 2ⁿ p)        tanh(x / 2) = (q − 2ⁿ p) / (q + 2ⁿ p)
 *
 * so that what a cell makes of its gates is one fraction, and takes one division.
 */

/**
 * Constants stand in memory at a fixed address: V8 makes a `v128.const` anew at
 * each use, a load costs less.
 */
const CONSTANTS: usize = 64;

/** Writes the constants; every thread writes the same. */
export function prepareActivations(): void {
  // Beyond ±25 sigmoid is 0 or 1 to 2e-11, beyond ±10 tanh is ±1; a product of the
  // denominators of three gates stays a normal float.
  set(0, -25);
  set(1, 25);
  set(2, -10);
  set(3, 10);
  // 1.5 · 2²³: adding it rounds to a whole number, which its last bits hold.
  set(4, 12582912);
  // −log₂ e and twice that: 2ᵗ is e⁻ˣ or e⁻²ˣ.
  set(5, -1.4426950408889634);
  set(6, -2.885390081777927);
  // Least relative error of 2ʳ on [−½, ½]. e = r² + a, o = b r: 4.5e-7, which is
  // 1.1e-7 of a sigmoid. e = c r² + d, o = r (r² + f): 1.2e-8, for tanh.
  set(7, 25.039106369018555);
  set(8, 8.677839279174805);
  set(9, 17.3341064453125);
  set(10, 360.8778381347656);
  set(11, 125.07073211669922);
  set(12, 1);
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
  return constant(12);
}

/** x between constants `low` and `low + 1`; NaN stays NaN, since it comes first. */
// @ts-ignore: decorator
@inline
function clamp(x: v128, low: usize): v128 {
  return f32x4.pmin(f32x4.pmax(x, constant(low)), constant(low + 1));
}

/** n of t = x · scale, in the last bits. */
// @ts-ignore: decorator
@inline
function whole(x: v128, scale: v128): v128 {
  return f32x4.relaxed_madd(x, scale, constant(4));
}

/** r of t = x · scale. */
// @ts-ignore: decorator
@inline
function rest(x: v128, scale: v128, shifted: v128): v128 {
  return f32x4.relaxed_madd(x, scale, f32x4.sub(constant(4), shifted));
}

/** 2ⁿ p. */
// @ts-ignore: decorator
@inline
function raise(p: v128, shifted: v128): v128 {
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

/** `c = f ⊙ c₋₁ + i ⊙ g` for four units, in place; i, f and g are `row` bytes apart. */
// @ts-ignore: decorator
@inline
export function moveCells(at: usize, row: usize, cells: usize): void {
  const xi = clamp(v128.load(at), 0);
  const xf = clamp(v128.load(at + row), 0);
  const xg = clamp(v128.load(at + row * 2), 2);
  const m = constant(5);
  const twice = constant(6);
  const si = whole(xi, m);
  const sf = whole(xf, m);
  const sg = whole(xg, twice);
  const ri = rest(xi, m, si);
  const rf = rest(xf, m, sf);
  const rg = rest(xg, twice, sg);
  const wg = f32x4.mul(rg, rg);
  const eg = f32x4.relaxed_madd(wg, constant(9), constant(10));
  const og = f32x4.add(wg, constant(11));
  const ei = f32x4.relaxed_madd(ri, ri, constant(7));
  const ef = f32x4.relaxed_madd(rf, rf, constant(7));
  const b = constant(8);
  const pi = raise(f32x4.relaxed_madd(ri, b, ei), si);
  const qi = f32x4.relaxed_nmadd(ri, b, ei);
  const pf = raise(f32x4.relaxed_madd(rf, b, ef), sf);
  const qf = f32x4.relaxed_nmadd(rf, b, ef);
  const pg = raise(f32x4.relaxed_madd(rg, og, eg), sg);
  const qg = f32x4.relaxed_nmadd(rg, og, eg);
  const ig = f32x4.mul(f32x4.add(qi, pi), f32x4.add(qg, pg));
  const fAll = f32x4.add(qf, pf);
  const toAdd = f32x4.mul(f32x4.mul(qi, f32x4.sub(qg, pg)), fAll);
  const kept = f32x4.mul(v128.load(cells), qf);
  v128.store(
    cells, f32x4.div(f32x4.relaxed_madd(kept, ig, toAdd), f32x4.mul(ig, fAll)),
  );
}

/** `h = o ⊙ tanh(c)` for eight units; `at` holds pre-activations of o. */
// @ts-ignore: decorator
@inline
export function moveState(at: usize, cells: usize, h: usize): void {
  const xi = clamp(v128.load(at), 0);
  const xf = clamp(v128.load(at, 16), 0);
  const xc = clamp(v128.load(cells), 2);
  const xd = clamp(v128.load(cells, 16), 2);
  const m = constant(5);
  const twice = constant(6);
  const si = whole(xi, m);
  const sf = whole(xf, m);
  const sc = whole(xc, twice);
  const sd = whole(xd, twice);
  const ri = rest(xi, m, si);
  const rf = rest(xf, m, sf);
  const rc = rest(xc, twice, sc);
  const rd = rest(xd, twice, sd);
  const wc = f32x4.mul(rc, rc);
  const wd = f32x4.mul(rd, rd);
  const ec = f32x4.relaxed_madd(wc, constant(9), constant(10));
  const oc = f32x4.add(wc, constant(11));
  const ed = f32x4.relaxed_madd(wd, constant(9), constant(10));
  const od = f32x4.add(wd, constant(11));
  const ei = f32x4.relaxed_madd(ri, ri, constant(7));
  const ef = f32x4.relaxed_madd(rf, rf, constant(7));
  const b = constant(8);
  const pi = raise(f32x4.relaxed_madd(ri, b, ei), si);
  const qi = f32x4.relaxed_nmadd(ri, b, ei);
  const pf = raise(f32x4.relaxed_madd(rf, b, ef), sf);
  const qf = f32x4.relaxed_nmadd(rf, b, ef);
  const pc = raise(f32x4.relaxed_madd(rc, oc, ec), sc);
  const qc = f32x4.relaxed_nmadd(rc, oc, ec);
  const pd = raise(f32x4.relaxed_madd(rd, od, ed), sd);
  const qd = f32x4.relaxed_nmadd(rd, od, ed);
  const first = f32x4.mul(f32x4.add(qi, pi), f32x4.add(qc, pc));
  const second = f32x4.mul(f32x4.add(qf, pf), f32x4.add(qd, pd));
  v128.store(h, f32x4.div(f32x4.mul(qi, f32x4.sub(qc, pc)), first));
  v128.store(h, f32x4.div(f32x4.mul(qf, f32x4.sub(qd, pd)), second), 16);
}

/**
 * Activates four numbers of each gate in place, and adds what they say to the
 * cell state.
 *
 * @param at Pre-activations of i; those of f, g and o follow, `row` bytes apart.
 * @param before The cell state.
 * @param after Takes the new cell state.
 */
// @ts-ignore: decorator
@inline
export function activateGates(
  at: usize, row: usize, before: usize, after: usize,
): void {
  const atF = at + row, atG = atF + row, atO = atG + row;
  const xi = clamp(v128.load(at), 0);
  const xf = clamp(v128.load(atF), 0);
  const xo = clamp(v128.load(atO), 0);
  const xg = clamp(v128.load(atG), 2);
  const m = constant(5);
  const twice = constant(6);
  const si = whole(xi, m);
  const sf = whole(xf, m);
  const so = whole(xo, m);
  const sg = whole(xg, twice);
  const ri = rest(xi, m, si);
  const rf = rest(xf, m, sf);
  const ro = rest(xo, m, so);
  const rg = rest(xg, twice, sg);
  const wg = f32x4.mul(rg, rg);
  const eg = f32x4.relaxed_madd(wg, constant(9), constant(10));
  const og = f32x4.add(wg, constant(11));
  const ei = f32x4.relaxed_madd(ri, ri, constant(7));
  const ef = f32x4.relaxed_madd(rf, rf, constant(7));
  const eo = f32x4.relaxed_madd(ro, ro, constant(7));
  const b = constant(8);
  const pi = raise(f32x4.relaxed_madd(ri, b, ei), si);
  const qi = f32x4.relaxed_nmadd(ri, b, ei);
  const pf = raise(f32x4.relaxed_madd(rf, b, ef), sf);
  const qf = f32x4.relaxed_nmadd(rf, b, ef);
  const po = raise(f32x4.relaxed_madd(ro, b, eo), so);
  const qo = f32x4.relaxed_nmadd(ro, b, eo);
  const pg = raise(f32x4.relaxed_madd(rg, og, eg), sg);
  const qg = f32x4.relaxed_nmadd(rg, og, eg);
  const i = f32x4.div(qi, f32x4.add(qi, pi));
  const f = f32x4.div(qf, f32x4.add(qf, pf));
  const g = f32x4.div(f32x4.sub(qg, pg), f32x4.add(qg, pg));
  const c = f32x4.relaxed_madd(f, v128.load(before), f32x4.mul(i, g));
  v128.store(at, i);
  v128.store(atF, f);
  v128.store(atG, g);
  v128.store(atO, f32x4.div(qo, f32x4.add(qo, po)));
  v128.store(after, c);
}

/**
 * `h = o ⊙ tanh(c)` for eight units.
 *
 * @param cells Cell states.
 * @param outputs Their o.
 * @param h Takes the states.
 * @param tanhs Takes tanh(c).
 */
// @ts-ignore: decorator
@inline
export function activateState(
  cells: usize, outputs: usize, h: usize, tanhs: usize,
): void {
  const xc = clamp(v128.load(cells), 2);
  const xd = clamp(v128.load(cells, 16), 2);
  const twice = constant(6);
  const sc = whole(xc, twice);
  const sd = whole(xd, twice);
  const rc = rest(xc, twice, sc);
  const rd = rest(xd, twice, sd);
  const wc = f32x4.mul(rc, rc);
  const wd = f32x4.mul(rd, rd);
  const ec = f32x4.relaxed_madd(wc, constant(9), constant(10));
  const oc = f32x4.add(wc, constant(11));
  const ed = f32x4.relaxed_madd(wd, constant(9), constant(10));
  const od = f32x4.add(wd, constant(11));
  const pc = raise(f32x4.relaxed_madd(rc, oc, ec), sc);
  const qc = f32x4.relaxed_nmadd(rc, oc, ec);
  const pd = raise(f32x4.relaxed_madd(rd, od, ed), sd);
  const qd = f32x4.relaxed_nmadd(rd, od, ed);
  const first = f32x4.div(f32x4.sub(qc, pc), f32x4.add(qc, pc));
  const second = f32x4.div(f32x4.sub(qd, pd), f32x4.add(qd, pd));
  v128.store(tanhs, first);
  v128.store(tanhs, second, 16);
  v128.store(h, f32x4.mul(v128.load(outputs), first));
  v128.store(h, f32x4.mul(v128.load(outputs, 16), second), 16);
}

/** A cell's gates in training, each by itself: the way back needs all of them. */
import { clamp, constant, raise, rest, whole } from "./activations.as";

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

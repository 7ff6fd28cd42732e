/** What a cell makes of its gates in scoring: two fractions, so two divisions. */
import { clamp, constant, raise, rest, whole } from "./activations.as";

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
  const x0 = clamp(v128.load(at), 0);
  const x1 = clamp(v128.load(at, 16), 0);
  const xc = clamp(v128.load(cells), 2);
  const xd = clamp(v128.load(cells, 16), 2);
  const m = constant(5);
  const twice = constant(6);
  const s0 = whole(x0, m);
  const s1 = whole(x1, m);
  const sc = whole(xc, twice);
  const sd = whole(xd, twice);
  const r0 = rest(x0, m, s0);
  const r1 = rest(x1, m, s1);
  const rc = rest(xc, twice, sc);
  const rd = rest(xd, twice, sd);
  const wc = f32x4.mul(rc, rc);
  const wd = f32x4.mul(rd, rd);
  const ec = f32x4.relaxed_madd(wc, constant(9), constant(10));
  const oc = f32x4.add(wc, constant(11));
  const ed = f32x4.relaxed_madd(wd, constant(9), constant(10));
  const od = f32x4.add(wd, constant(11));
  const e0 = f32x4.relaxed_madd(r0, r0, constant(7));
  const e1 = f32x4.relaxed_madd(r1, r1, constant(7));
  const b = constant(8);
  const p0 = raise(f32x4.relaxed_madd(r0, b, e0), s0);
  const q0 = f32x4.relaxed_nmadd(r0, b, e0);
  const p1 = raise(f32x4.relaxed_madd(r1, b, e1), s1);
  const q1 = f32x4.relaxed_nmadd(r1, b, e1);
  const pc = raise(f32x4.relaxed_madd(rc, oc, ec), sc);
  const qc = f32x4.relaxed_nmadd(rc, oc, ec);
  const pd = raise(f32x4.relaxed_madd(rd, od, ed), sd);
  const qd = f32x4.relaxed_nmadd(rd, od, ed);
  const first = f32x4.mul(f32x4.add(q0, p0), f32x4.add(qc, pc));
  const second = f32x4.mul(f32x4.add(q1, p1), f32x4.add(qd, pd));
  v128.store(h, f32x4.div(f32x4.mul(q0, f32x4.sub(qc, pc)), first));
  v128.store(h, f32x4.div(f32x4.mul(q1, f32x4.sub(qd, pd)), second), 16);
}

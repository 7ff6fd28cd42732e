/**
 * Sigmoid and tanh of four numbers at once, to about 1e-7.
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
  // Beyond these 2ᵗ is no normal float; the result is 1 or 0 long before.
  set(0, -126);
  set(1, 126);
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

/** 1 + 2ᵗ; the NaN that arithmetic makes, which has no payload, stays NaN. */
// @ts-ignore: decorator
@inline
function onePlusPower(t: v128): v128 {
  // pmax and pmin give their first operand where either is NaN.
  t = f32x4.pmin(f32x4.pmax(t, constant(0)), constant(1));
  const shifted = f32x4.add(t, constant(2));
  const r = f32x4.sub(t, f32x4.sub(shifted, constant(2)));
  let p = f32x4.relaxed_madd(r, constant(3), constant(4));
  p = f32x4.relaxed_madd(r, p, constant(5));
  p = f32x4.relaxed_madd(r, p, constant(6));
  p = f32x4.relaxed_madd(r, p, constant(7));
  p = f32x4.relaxed_madd(r, p, constant(8));
  return f32x4.add(constant(8), i32x4.add(p, i32x4.shl(shifted, 23)));
}

/** 1 / (1 + e⁻ˣ). */
// @ts-ignore: decorator
@inline
export function sigmoid(x: v128): v128 {
  return f32x4.div(
    constant(8),
    onePlusPower(f32x4.mul(x, constant(9))),
  );
}

/** 2 / (1 + e⁻²ˣ) − 1. */
// @ts-ignore: decorator
@inline
export function tanh(x: v128): v128 {
  const half = f32x4.div(
    constant(8),
    onePlusPower(f32x4.mul(x, constant(10))),
  );
  return f32x4.relaxed_madd(constant(11), half, constant(12));
}

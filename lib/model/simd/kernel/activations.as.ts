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

/** The constant of that number, four times. */
// @ts-ignore: decorator
@inline
export function constant(i: usize): v128 {
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
export function clamp(x: v128, low: usize): v128 {
  return f32x4.pmin(f32x4.pmax(x, constant(low)), constant(low + 1));
}

/** n of t = x · scale, in the last bits. */
// @ts-ignore: decorator
@inline
export function whole(x: v128, scale: v128): v128 {
  return f32x4.relaxed_madd(x, scale, constant(4));
}

/** r of t = x · scale. */
// @ts-ignore: decorator
@inline
export function rest(x: v128, scale: v128, shifted: v128): v128 {
  return f32x4.relaxed_madd(x, scale, f32x4.sub(constant(4), shifted));
}

/** 2ⁿ p. */
// @ts-ignore: decorator
@inline
export function raise(p: v128, shifted: v128): v128 {
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

/** `[a, b, c, d, e, f]`: x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Leaves every point where it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * Chains two transformations.
 *
 * @param outer Applied last.
 * @param inner Applied first.
 * @returns The matrix product `outer · inner`.
 */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}

/**
 * Turns a transformation around.
 *
 * @param matrix From inner to outer coordinates.
 * @returns From outer to inner, or `null` where the matrix flattens the plane.
 */
export function invert(matrix: Matrix): Matrix | null {
  const [a, b, c, d, e, f] = matrix;
  const area = a * d - b * c;
  if (area === 0) return null;
  return [
    d / area,
    -b / area,
    -c / area,
    a / area,
    (c * f - d * e) / area,
    (b * e - a * f) / area,
  ];
}

/**
 * Reads the value of a `transform` attribute.
 *
 * @param text Such as `translate(40,0) rotate(-90)`; what is not understood is
 *   left out.
 * @returns One matrix for all, from inner to outer coordinates.
 *
 * @example Usage
 * ```ts
 * import { parseTransform } from "@lib/report/pdf/svg/matrix.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(parseTransform("translate(3,4) scale(2)"), [2, 0, 0, 2, 3, 4]);
 * ```
 */
export function parseTransform(text: string): Matrix {
  let matrix = IDENTITY;
  for (const [, name, list = ""] of text.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const values = list.split(/[\s,]+/).filter(Boolean).map(Number);
    if (values.every(Number.isFinite)) {
      matrix = multiply(matrix, single(name ?? "", values));
    }
  }
  return matrix;
}

function single(name: string, values: readonly number[]): Matrix {
  const [first = 0, second, third = 0, d = 0, e = 0, f = 0] = values;
  switch (name) {
    case "translate":
      return [1, 0, 0, 1, first, second ?? 0];
    case "scale":
      return [first, 0, 0, second ?? first, 0, 0];
    case "rotate":
      return rotation(first, second ?? 0, third);
    case "skewX":
      return [1, 0, Math.tan(radians(first)), 1, 0, 0];
    case "skewY":
      return [1, Math.tan(radians(first)), 0, 1, 0, 0];
    case "matrix":
      return [first, second ?? 0, third, d, e, f];
    default:
      return IDENTITY;
  }
}

/** Turns around a point, clockwise on the screen. */
function rotation(degrees: number, x: number, y: number): Matrix {
  const cos = Math.cos(radians(degrees));
  const sin = Math.sin(radians(degrees));
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}

function radians(degrees: number): number {
  return degrees * Math.PI / 180;
}

import assert from "node:assert/strict";
import {
  IDENTITY,
  invert,
  type Matrix,
  multiply,
  parseTransform,
} from "@lib/report/pdf/svg/matrix.ts";

/** Where a point goes: x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
function move([a, b, c, d, e, f]: Matrix, x: number, y: number) {
  return [a * x + c * y + e, b * x + d * y + f];
}

function near(actual: readonly number[], expected: readonly number[]) {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, i) =>
    assert.ok(Math.abs(value - (expected[i] ?? NaN)) < 1e-9, `${actual}`)
  );
}

// worked out by hand: where the point (10, 0) goes
const CASES: readonly (readonly [string, readonly [number, number]])[] = [
  ["", [10, 0]],
  ["translate(3,4)", [13, 4]],
  ["translate(3)", [13, 0]],
  ["scale(2)", [20, 0]],
  ["scale(2, 3)", [20, 0]],
  ["rotate(90)", [0, 10]],
  ["rotate(-90)", [0, -10]],
  // turned around (10, 5): five above it becomes five right of it
  ["rotate(90, 10, 5)", [15, 5]],
  ["matrix(1 2 3 4 5 6)", [15, 26]],
  ["skewX(45)", [10, 0]],
  ["skewY(45)", [10, 10]],
  // the last is applied first: 10 → 20 → 23
  ["translate(3,4) scale(2)", [23, 4]],
  ["scale(2) translate(3,4)", [26, 8]],
  ["translate(3,4)rotate(90)", [3, 14]],
  ["translate(1e1 -.5)", [20, -0.5]],
  ["frobnicate(9) translate(NaN)", [10, 0]],
];
for (const [text, point] of CASES) {
  Deno.test(`parseTransform() moves a point by "${text}"`, () => {
    near(move(parseTransform(text), 10, 0), point);
  });
}

Deno.test("multiply() applies the inner one first", () => {
  const shift: Matrix = [1, 0, 0, 1, 3, 4];
  const double: Matrix = [2, 0, 0, 2, 0, 0];
  assert.deepEqual(multiply(shift, double), [2, 0, 0, 2, 3, 4]);
  assert.deepEqual(multiply(double, shift), [2, 0, 0, 2, 6, 8]);
});

Deno.test("invert() undoes a transformation", () => {
  const matrix = parseTransform("translate(3,4) rotate(30) scale(2,5)");
  const inverse = invert(matrix);
  assert.ok(inverse);
  near(multiply(matrix, inverse), IDENTITY);
});

Deno.test("invert() finds no way back from a flattened plane", () => {
  assert.equal(invert([0, 0, 0, 1, 0, 0]), null);
});

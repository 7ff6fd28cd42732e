import assert from "node:assert/strict";
import { scoreSteps } from "@lib/detect/score.ts";

/** One quiet feature, whose damping forgets nothing. */
const QUIET = {
  scales: [1],
  meanSquares: [0],
  halfLifeSteps: 2,
  dampingHalfLifeSteps: Infinity,
};

const near = (got: number, wanted: number) =>
  assert.ok(Math.abs(got - wanted) < 1e-6, `${got}, not ${wanted}`);

Deno.test("scoreSteps() is the root mean square of distance over scale", () => {
  const score = scoreSteps({
    ...QUIET,
    distance: Float32Array.of(3, -8),
    scales: [1, 2],
    meanSquares: [0, 0],
  });
  // sqrt(((3 / 1)² + (8 / 2)²) / 2)
  near(score[0]!, Math.sqrt(12.5));
});

Deno.test("scoreSteps() damps a feature's square by 1 + 4 × its mean square", () => {
  const score = scoreSteps({
    ...QUIET,
    distance: Float32Array.of(3, 3),
    scales: [1, 1],
    meanSquares: [0, 2],
  });
  // sqrt((9 / 1 + 9 / 9) / 2)
  near(score[0]!, Math.sqrt(5));
});

Deno.test("scoreSteps() halves an old square's weight each half-life", () => {
  const distance = Float32Array.of(1, 0, 0, 0, 0);
  const score = scoreSteps({ ...QUIET, distance });
  near(score[2]! ** 2, 0.5);
  near(score[4]! ** 2, 0.25);
});

Deno.test("scoreSteps() starts smoothing anew after a gap", () => {
  const distance = Float32Array.of(5, NaN, 1);
  const score = scoreSteps({ ...QUIET, distance });
  assert.deepEqual([...score], [5, NaN, 1]);
});

Deno.test("scoreSteps() keeps damping over a gap", () => {
  const score = scoreSteps({
    ...QUIET,
    dampingHalfLifeSteps: 1,
    distance: Float32Array.of(2, NaN, 2),
  });
  // The mean of squares is half of 2² when the third step comes.
  near(score[2]!, Math.sqrt(4 / 9));
});

Deno.test("scoreSteps() gives a step the same score whatever comes later", () => {
  const whole = Float32Array.of(1, 5, 2, 8, 3, 1);
  const options = { ...QUIET, dampingHalfLifeSteps: 3 };
  const all = scoreSteps({ ...options, distance: whole });
  const first = scoreSteps({ ...options, distance: whole.subarray(0, 4) });
  assert.deepEqual([...all.subarray(0, 4)], [...first]);
});

Deno.test("scoreSteps() bounds how far one broken sensor counts", () => {
  const score = scoreSteps({ ...QUIET, distance: Float32Array.of(1e9) });
  assert.equal(score[0], 30);
});

Deno.test("a shift that stays fades within days, and a later one beside it shows", () => {
  const DAY = 100;
  const steps = 5 * DAY;
  const distance = new Float32Array(2 * steps);
  for (let t = DAY; t < steps; t++) distance[2 * t] = 3;
  distance[2 * (steps - 1) + 1] = 3;
  const score = scoreSteps({
    distance,
    scales: [1, 1],
    meanSquares: [0.05, 0.05],
    halfLifeSteps: 3,
    dampingHalfLifeSteps: DAY,
  });
  const first = score[DAY + 10]!;
  const late = score[steps - 2]!;
  const beside = score[steps - 1]!;
  assert.ok(first > 1 && late < 0.4, `${first}, ${late}`);
  assert.ok(beside > 2 * late, `${beside} beside ${late}`);
});

import assert from "node:assert/strict";
import { scoreSteps } from "@lib/detect/score.ts";

Deno.test("scoreSteps() is the root mean square of distance over scale", () => {
  const score = scoreSteps({
    distance: Float32Array.of(3, -8),
    scales: [1, 2],
    halfLifeSteps: 2,
  });
  // sqrt(((3 / 1)² + (8 / 2)²) / 2)
  assert.ok(Math.abs(score[0]! - Math.sqrt(12.5)) < 1e-6);
});

Deno.test("scoreSteps() halves an old value's weight each half-life", () => {
  const score = scoreSteps({
    distance: Float32Array.of(1, 0, 0, 0, 0),
    scales: [1],
    halfLifeSteps: 2,
  });
  assert.ok(Math.abs(score[2]! - 0.5) < 1e-6);
  assert.ok(Math.abs(score[4]! - 0.25) < 1e-6);
});

Deno.test("scoreSteps() starts anew after a gap", () => {
  const score = scoreSteps({
    distance: Float32Array.of(5, NaN, 1),
    scales: [1],
    halfLifeSteps: 2,
  });
  assert.deepEqual([...score], [5, NaN, 1]);
});

Deno.test("scoreSteps() gives a step the same score whatever comes later", () => {
  const whole = Float32Array.of(1, 5, 2, 8, 3, 1);
  const all = scoreSteps({ distance: whole, scales: [1], halfLifeSteps: 2 });
  const first = scoreSteps({
    distance: whole.subarray(0, 4),
    scales: [1],
    halfLifeSteps: 2,
  });
  assert.deepEqual([...all.subarray(0, 4)], [...first]);
});

Deno.test("scoreSteps() bounds how far one broken sensor counts", () => {
  const score = scoreSteps({
    distance: Float32Array.of(1e9),
    scales: [1],
    halfLifeSteps: 2,
  });
  assert.equal(score[0], 10);
});

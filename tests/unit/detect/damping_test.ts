import assert from "node:assert/strict";
import {
  fitMeanSquares,
  makeDamping,
  meanSquaresAfter,
} from "@lib/detect/damping.ts";
import { scoreSteps } from "@lib/detect/score.ts";

Deno.test("a damping's mean of squares forgets half in a half-life", () => {
  const damp = makeDamping({ meanSquares: [1], dampingHalfLifeSteps: 2 });
  damp(0, 0);
  damp(0, 0);
  // The mean is 0.5 now: 6 / (1 + 4 × 0.5).
  assert.ok(Math.abs(damp(0, 6) - 2) < 1e-12);
});

Deno.test("a damping takes note of no more than 10 of a square", () => {
  const far = makeDamping({
    meanSquares: [0],
    dampingHalfLifeSteps: 5,
  });
  const ten = makeDamping({
    meanSquares: [0],
    dampingHalfLifeSteps: 5,
  });
  far(0, 900);
  ten(0, 10);
  assert.equal(far(0, 1), ten(0, 1));
});

Deno.test("a damping takes no note of what was not scored", () => {
  const damp = makeDamping({ meanSquares: [0.5], dampingHalfLifeSteps: 1 });
  assert.ok(Number.isNaN(damp(0, NaN)));
  assert.equal(damp(0, 3), 1);
});

Deno.test("a damping knows each feature apart", () => {
  const damp = makeDamping({
    meanSquares: [0, 0],
    dampingHalfLifeSteps: 1,
  });
  damp(0, 10);
  assert.equal(damp(1, 1), 1);
  assert.ok(damp(0, 1) < 0.1);
});

Deno.test("fitMeanSquares() means the squares of what was scored, up to 10", () => {
  const distance = Float32Array.of(NaN, NaN, 1, 0, 3, 20);
  assert.deepEqual([...fitMeanSquares(distance, [1, 2])], [5, 5]);
  assert.deepEqual([...fitMeanSquares(Float32Array.of(NaN), [1])], [0]);
});

Deno.test("meanSquaresAfter() says where a series can be cut, and scored as if it were whole", () => {
  const parameters = {
    scales: [0.5, 2],
    meanSquares: [0.1, 0.2],
    halfLifeSteps: 0.01, // hardly smoothed
    dampingHalfLifeSteps: 7,
  };
  const distance = Float32Array.from(
    { length: 80 },
    (_, i) => i === 20 || i === 21 ? NaN : Math.sin(i * i) * (i % 9),
  );
  const whole = scoreSteps({ ...parameters, distance });
  const sizes = distance.map(Math.abs);
  const meanSquares = meanSquaresAfter(sizes.subarray(0, 50), parameters);
  const rest = scoreSteps({
    ...{ ...parameters, meanSquares },
    distance: distance.subarray(50),
  });
  rest.forEach((score, t) =>
    assert.ok(Math.abs(score - whole[25 + t]!) < 1e-6 * score)
  );
});

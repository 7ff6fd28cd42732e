import assert from "node:assert/strict";
import { outsideSteps } from "@lib/chart/outside_steps.ts";

const errors = Float32Array.of(0.2, 1, 3, 0.9, NaN, 1.5, 0, 2);

Deno.test("outsideSteps() counts a step at its threshold as outside", () => {
  const range = { start: 0, end: 8 };
  assert.deepEqual(outsideSteps(errors, { range, buckets: 8 }), [1, 2, 5, 7]);
});

Deno.test("outsideSteps() keeps the worst of a bucket", () => {
  const range = { start: 0, end: 8 };
  assert.deepEqual(outsideSteps(errors, { range, buckets: 2 }), [2, 7]);
});

Deno.test("outsideSteps() looks at its range only", () => {
  const range = { start: 3, end: 7 };
  assert.deepEqual(outsideSteps(errors, { range, buckets: 4 }), [5]);
});

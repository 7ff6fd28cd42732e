import assert from "node:assert/strict";
import { stuckSteps } from "@lib/detect/gross/stuck_steps.ts";
import { seededRandom } from "@lib/model/random.ts";

function gauge(steps = 2000): Float32Array {
  const random = seededRandom(11);
  return Float32Array.from({ length: steps }, () => 10 + random());
}

Deno.test("stuckSteps() finds a gauge that stood at one value", () => {
  const column = gauge().fill(10.5, 700, 800);
  assert.deepEqual(stuckSteps(column), [{ start: 700, end: 800 }]);
});

Deno.test("stuckSteps() does not take a short stop for stuck", () => {
  assert.deepEqual(stuckSteps(gauge().fill(10.5, 700, 759)), []);
  assert.equal(stuckSteps(gauge().fill(10.5, 700, 760)).length, 1);
});

Deno.test("stuckSteps() takes stops that recur for usual", () => {
  const column = gauge();
  for (const [i, at] of [200, 700, 1200].entries()) {
    column.fill(10.1 + i / 10, at, at + 100);
  }
  assert.deepEqual(stuckSteps(column), []);
});

Deno.test("stuckSteps() knows a value at which a metric rests", () => {
  // Idle now and then, and once for long.
  const column = gauge();
  for (let t = 0; t < 2000; t += 20) column[t] = 0;
  assert.deepEqual(stuckSteps(column.fill(0, 700, 900)), []);
});

Deno.test("stuckSteps() says nothing of what does not move, or is missing", () => {
  assert.deepEqual(stuckSteps(new Float32Array(2000).fill(4)), []);
  assert.deepEqual(stuckSteps(gauge().fill(NaN, 700, 900)), []);
  const seldom = new Float32Array(2000).fill(4, 0, 1900).fill(5, 1900);
  assert.deepEqual(stuckSteps(seldom), []);
});

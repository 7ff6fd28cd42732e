import assert from "node:assert/strict";
import { slowStretches } from "@lib/frame/slow_stretches.ts";

/** A column that has values at these steps. */
const at = (steps: readonly number[]) => {
  const values = new Float64Array((steps.at(-1) ?? 0) + 5).fill(NaN);
  for (const step of steps) values[step] = 1;
  return values;
};
const run = (count: number, every: number, from = 0) =>
  Array.from({ length: count }, (_, i) => from + i * every);

Deno.test("slowStretches() finds none where a value comes at every step", () => {
  assert.deepEqual(slowStretches(at(run(50, 1))), []);
  assert.deepEqual(slowStretches(at([])), []);
});

Deno.test("slowStretches() finds one from ten distances on", () => {
  assert.deepEqual(slowStretches(at(run(10, 4))), []);
  assert.deepEqual(slowStretches(at(run(11, 4))), [
    { start: 0, end: 41, every: 4 },
  ]);
});

Deno.test("slowStretches() forgives jitter and values that are missing", () => {
  const steps = run(40, 20).map((step, i) => step + i % 3);
  steps.splice(15, 3);
  assert.deepEqual(slowStretches(at(steps)), [
    { start: 0, end: 781, every: 20 },
  ]);
});

Deno.test("slowStretches() ends one at a long gap and where the rate changes", () => {
  const steps = [...run(20, 4), ...run(20, 4, 500), ...run(30, 1, 577)];
  assert.deepEqual(slowStretches(at([...steps, ...run(20, 10, 616)])), [
    { start: 0, end: 77, every: 4 },
    { start: 500, end: 577, every: 4 },
    { start: 606, end: 807, every: 10 },
  ]);
});

Deno.test("slowStretches() joins over three values that are missing, and not over four", () => {
  const joined = [...run(12, 4), ...run(12, 4, 11 * 4 + 4 * 4)];
  assert.deepEqual(slowStretches(at(joined)), [
    { start: 0, end: 105, every: 4 },
  ]);
  const apart = [...run(12, 4), ...run(12, 4, 11 * 4 + 5 * 4)];
  assert.deepEqual(slowStretches(at(apart)), [
    { start: 0, end: 45, every: 4 },
    { start: 64, end: 109, every: 4 },
  ]);
});

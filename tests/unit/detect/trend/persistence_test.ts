import assert from "node:assert/strict";
import { persistence } from "@lib/detect/trend/persistence.ts";

const series = (valueAt: (i: number) => number, length = 32) =>
  Float64Array.from({ length }, (_, i) => valueAt(i));
const wobble = (i: number) => ((i * 7) % 5) / 10;

Deno.test("persistence() is high for what goes one way, with its sign", () => {
  assert.ok(persistence(series((i) => i + wobble(i))) > 10);
  assert.ok(persistence(series((i) => -i + wobble(i))) < -10);
});

Deno.test("persistence() is low for a step, a sawtooth and a turn, however high", () => {
  const step = series((i) => (i < 13 ? 100 : 0) + wobble(i));
  const sawtooth = series((i) => -(i % 11) + wobble(i));
  const turn = series((i) => -Math.abs(i - 16) + wobble(i));
  for (const values of [step, sawtooth, turn]) {
    assert.ok(Math.abs(persistence(values)) < 2, `${persistence(values)}`);
  }
});

Deno.test("persistence() takes few values one by one, and says 0 of fewer than six", () => {
  assert.equal(persistence(series((i) => -2 * i, 7)), -Infinity);
  assert.equal(persistence(series((i) => -2 * i, 5)), 0);
  assert.equal(persistence(series(() => 4)), 0);
});

import assert from "node:assert/strict";
import { offsetsInForce } from "@lib/detect/levels/offsets_in_force.ts";

const changes = [
  { feature: 0, at: 10, to: 1 },
  { feature: 1, at: 12, to: -2 },
  { feature: 0, at: 20, to: 0 },
];

Deno.test("offsetsInForce() gives each feature the offset of its last change", () => {
  const offsetAt = offsetsInForce(changes);
  const of = (f: number) => [9, 10, 19, 20, 99].map((t) => offsetAt(t, f));
  assert.deepEqual(of(0), [0, 1, 1, 0, 0]);
  assert.deepEqual(of(1), [0, 0, -2, -2, -2]);
  assert.deepEqual(of(2), [0, 0, 0, 0, 0]);
});

Deno.test("offsetsInForce() knows of changes before the first step that is asked for", () => {
  const offsetAt = offsetsInForce(changes, { warmup: 15, units: [5, 100] });
  assert.deepEqual([0, 4, 5].map((t) => offsetAt(t, 0)), [5, 5, 0]);
  assert.equal(offsetAt(0, 1), -200);
});

Deno.test("offsetsInForce() is 0 everywhere where nothing moved", () => {
  assert.equal(offsetsInForce([])(5, 3), 0);
});

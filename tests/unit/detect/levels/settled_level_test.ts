import assert from "node:assert/strict";
import { settledLevel } from "@lib/detect/levels/settled_level.ts";

const scale = 0.1;
const limits = { beyond: scale, spread: 2 * scale, same: 0.5 * scale };
const up = { ...limits, side: 1 } as const;
const flat = (value: number, count = 20) => Array<number>(count).fill(value);

Deno.test("settledLevel() is the median of values outside on one side", () => {
  assert.equal(settledLevel(flat(0.5), up), 0.5);
  assert.equal(settledLevel(flat(-0.5), { ...limits, side: -1 }), -0.5);
});

Deno.test("settledLevel() is none for values inside, or on the other side", () => {
  assert.equal(settledLevel(flat(0.09), up), null);
  assert.equal(settledLevel(flat(-0.5), up), null);
});

Deno.test("settledLevel() passes over a tenth of stray values, and no more", () => {
  const strays = (count: number) =>
    flat(0.5, 100 - count).concat(flat(9, count));
  assert.equal(settledLevel(strays(9), up), 0.5);
  assert.equal(settledLevel(strays(12), up), null);
});

Deno.test("settledLevel() is none while values spread wider than the normal distance", () => {
  const wide = Array.from({ length: 20 }, (_, i) => i % 2 ? 0.5 : 0.72);
  assert.equal(settledLevel(wide, up), null);
});

Deno.test("settledLevel() is none while values are on their way", () => {
  const ramp = Array.from({ length: 100 }, (_, i) => 0.5 + 0.0018 * i);
  assert.equal(settledLevel(ramp, up), null);
});

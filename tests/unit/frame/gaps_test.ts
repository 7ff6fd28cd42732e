import assert from "node:assert/strict";
import { findGaps } from "@lib/frame/gaps.ts";

Deno.test("findGaps() joins steps at which any metric is missing", () => {
  const values = Float32Array.of(NaN, 1, 1, 1, 1, NaN, NaN, 1, 1, 1, 1, NaN);
  assert.deepEqual(findGaps(values, 2), [
    { start: 0, end: 1 },
    { start: 2, end: 4 },
    { start: 5, end: 6 },
  ]);
});

Deno.test("findGaps() finds none in a whole or empty table", () => {
  assert.deepEqual(findGaps(Float32Array.of(1, 2), 1), []);
  assert.deepEqual(findGaps(new Float32Array(0), 0), []);
});

import assert from "node:assert/strict";
import { expectedBand } from "@lib/detect/expected_band.ts";

Deno.test("expectedBand() lies around the reconstruction, not below the least", () => {
  assert.deepEqual(expectedBand(5, { distance: 2, least: 0 }), [3, 7]);
  assert.deepEqual(expectedBand(-5, { distance: 2, least: 0 }), [0, 0]);
  assert.deepEqual(expectedBand(1, { distance: 2, least: -Infinity }), [-1, 3]);
});

Deno.test("expectedBand() is float32, as the reconstruction is", () => {
  const [low, high] = expectedBand(0.1, { distance: 0.3, least: -Infinity });
  assert.deepEqual([low, high], [Math.fround(-0.2), Math.fround(0.4)]);
});

Deno.test("expectedBand() has no edges where there is no reconstruction", () => {
  assert.deepEqual(expectedBand(NaN, { distance: 1, least: 0 }), [NaN, NaN]);
});

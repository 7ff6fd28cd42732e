import assert from "node:assert/strict";
import { clampInput, distances, networkInput } from "@lib/detect/distance.ts";
import { scale } from "@lib/frame/scaler.ts";

Deno.test("distances() compares a window's last step only", () => {
  const { expected, distance } = distances({
    scaled: Float32Array.of(0.5, 0.25, 0.75),
    reconstructed: Float32Array.of(0.5),
    ends: Int32Array.of(3),
    imputed: new Uint8Array(3),
    features: 1,
  });
  assert.deepEqual([...expected], [NaN, NaN, 0.5]);
  assert.deepEqual([...distance], [NaN, NaN, 0.25]);
});

Deno.test("distances() clamps the reconstruction to train's range, not the value", () => {
  const { expected, distance } = distances({
    scaled: Float32Array.of(3, -2),
    reconstructed: Float32Array.of(2.5, -1),
    ends: Int32Array.of(1),
    imputed: new Uint8Array(2),
    features: 2,
  });
  assert.deepEqual([...expected], [1, 0]);
  assert.deepEqual([...distance], [2, -2]);
});

Deno.test("distances() takes a filled-in value for no evidence", () => {
  const { distance } = distances({
    scaled: Float32Array.of(3),
    reconstructed: Float32Array.of(0),
    ends: Int32Array.of(1),
    imputed: Uint8Array.of(1),
    features: 1,
  });
  assert.equal(distance[0], 0);
});

Deno.test("networkInput() is what clampInput() makes of scaled values, bit for bit", () => {
  const table = { values: Float32Array.of(0.1, 7, NaN, -3, 2.7, 1e30, 3, 4.3) };
  const scaler = { min: [0.3, 0.1], range: [2.7, 6.1] };
  assert.deepEqual(
    networkInput(table, scaler),
    clampInput(scale(table, scaler)),
  );
});

Deno.test("clampInput() keeps gaps and train's range", () => {
  assert.deepEqual(
    [...clampInput(Float32Array.of(-1, 0.5, 7, NaN))],
    [0, 0.5, 1, NaN],
  );
});

import assert from "node:assert/strict";
import { fitFeatureScales } from "@lib/detect/feature_scales.ts";
import { fitFeatureThresholds } from "@lib/detect/feature_thresholds.ts";

Deno.test("fitFeatureScales() takes the larger of all train and calibration", () => {
  // Train's first half is quiet, its calibration half is off by 0.5.
  const distance = Float32Array.from(
    { length: 200 },
    (_, t) => (t < 100 ? 0.1 : -0.5),
  );
  const [scale] = fitFeatureScales(distance, 1, [{ start: 100, end: 200 }]);
  assert.ok(Math.abs(scale! - 0.5) < 1e-6);
  const [other] = fitFeatureScales(distance, 1, [{ start: 0, end: 100 }]);
  assert.ok(Math.abs(other! - 0.5) < 1e-6);
});

Deno.test("fitFeatureScales() keeps a floor under features that never vary", () => {
  const [scale] = fitFeatureScales(new Float32Array(50), 1, [{
    start: 0,
    end: 50,
  }]);
  assert.equal(scale, 0.02);
});

Deno.test("fitFeatureThresholds() holds for the worst feature of a step", () => {
  // Feature 1 is at 4 scales on one step in 10: more often than 1 in 1,000.
  const distance = Float32Array.from(
    { length: 200 },
    (_, i) => i % 20 === 1 ? 0.4 : 0.1,
  );
  const thresholds = fitFeatureThresholds(distance, [0.1, 0.1]);
  assert.deepEqual([...thresholds].map((value) => value.toFixed(4)), [
    "0.4000",
    "0.4000",
  ]);
});

Deno.test("fitFeatureThresholds() stays over the scales of quiet time", () => {
  const [threshold] = fitFeatureThresholds(new Float32Array(10), [0.1]);
  assert.ok(Math.abs(threshold! - 0.15) < 1e-12);
});

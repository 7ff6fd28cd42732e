import assert from "node:assert/strict";
import { fitFeatureScales } from "@lib/detect/feature_scales.ts";

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

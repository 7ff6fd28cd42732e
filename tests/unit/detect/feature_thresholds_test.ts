import assert from "node:assert/strict";
import { fitFeatureThresholds } from "@lib/detect/feature_thresholds.ts";

/** Distances by step and feature, row-major. */
function series(
  steps: number,
  features: readonly ((t: number) => number)[],
): Float32Array {
  return Float32Array.from(
    { length: steps * features.length },
    (_, i) => features[i % features.length]!(Math.floor(i / features.length)),
  );
}

/** Quantiles of an exponential distribution, each once, in a mixed order. */
const exponential = (steps: number) => (t: number) =>
  -Math.log(1 - ((t * 7919) % steps + 0.5) / steps);

Deno.test("fitFeatureThresholds() reaches as far into an exponential tail as the level says", () => {
  // P(|d| > x) = exp(−x) = 0.0005 / 2 features → x = ln 4000 = 8.294
  const steps = 10_000;
  const distance = series(steps, [exponential(steps), exponential(steps)]);
  for (const threshold of fitFeatureThresholds(distance, [0.1, 0.1])) {
    assert.ok(Math.abs(threshold / Math.log(4000) - 1) < 0.02, `${threshold}`);
  }
});

Deno.test("fitFeatureThresholds() lets what is rare in one feature widen no other", () => {
  const steps = 10_000;
  const quiet = exponential(steps);
  const backup = (t: number) => t % 300 < 2 ? 100 : quiet(t);
  const [other] = fitFeatureThresholds(series(steps, [quiet, quiet]), [1, 1]);
  const [wide, same] = fitFeatureThresholds(
    series(steps, [backup, quiet]),
    [1, 1],
  );
  assert.equal(same, other);
  assert.ok(wide! >= 100);
});

Deno.test("fitFeatureThresholds() does not trust one broken sample", () => {
  const steps = 1000;
  const quiet = exponential(steps);
  const broken = (t: number) => t === 500 ? 1e6 : quiet(t);
  const [calm, once] = fitFeatureThresholds(
    series(steps, [quiet, broken]),
    [0.1, 0.1],
  );
  assert.ok(once! <= 2.5 * calm!, `${once} beside ${calm}`);
});

Deno.test("fitFeatureThresholds() is stricter on each feature the more there are", () => {
  const steps = 3000;
  const quiet = exponential(steps);
  const [alone] = fitFeatureThresholds(series(steps, [quiet]), [0.1]);
  const [among] = fitFeatureThresholds(
    series(steps, Array.from({ length: 20 }, () => quiet)),
    new Array(20).fill(0.1),
  );
  assert.ok(Math.abs(among! - alone! - Math.log(20)) < 0.2);
});

Deno.test("fitFeatureThresholds() stays over the scales of quiet time, and where nothing was scored", () => {
  const quiet = fitFeatureThresholds(new Float32Array(10), [0.1]);
  const unscored = fitFeatureThresholds(new Float32Array(10).fill(NaN), [0.1]);
  for (const [threshold] of [quiet, unscored]) {
    assert.ok(Math.abs(threshold! - 0.15) < 1e-12);
  }
});

Deno.test("fitFeatureThresholds() passes over steps without a score", () => {
  const steps = 2000;
  const quiet = exponential(steps);
  const gap = series(2 * steps, [(t) => t < steps ? NaN : quiet(t - steps)]);
  assert.deepEqual(
    fitFeatureThresholds(gap, [0.1]),
    fitFeatureThresholds(series(steps, [quiet]), [0.1]),
  );
});

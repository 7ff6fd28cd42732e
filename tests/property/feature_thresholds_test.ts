import assert from "node:assert/strict";
import { fc } from "../support/fast_check.ts";
import { fitFeatureThresholds } from "@lib/detect/feature_thresholds.ts";
import { seededRandom } from "@lib/model/random.ts";

/** Steps to fit thresholds to, and steps that they have not seen. */
const TRAIN = 4000;
const HELD_OUT = 20_000;

/** The stated level: the share of normal steps with any feature outside. */
const LEVEL = 0.001;

/** Noise, and how much of each feature's is common to all. */
interface Noise {
  readonly seed: number;
  readonly features: number;
  readonly common: number;
  readonly shape: "normal" | "exponential";
}

/** Row-major distances; all features of a step share a part of their noise. */
function distances({ seed, features, common, shape }: Noise): Float32Array {
  const random = seededRandom(seed);
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  // A square of two normals is exponential, whatever it shares with others.
  const draw = (shared: readonly [number, number]) => {
    const [a, b] = shared.map((one) =>
      Math.sqrt(common) * one + Math.sqrt(1 - common) * normal()
    ) as [number, number];
    return shape === "normal" ? a : (a * a + b * b) / 2;
  };
  const values = new Float32Array((TRAIN + HELD_OUT) * features);
  for (let i = 0; i < values.length;) {
    const shared = [normal(), normal()] as const;
    for (let f = 0; f < features; f++) values[i++] = draw(shared);
  }
  return values;
}

/** The share of held-out steps at which any feature passes its threshold. */
function anyOutside(values: Float32Array, features: number): number {
  const split = TRAIN * features;
  const thresholds = fitFeatureThresholds(
    values.subarray(0, split),
    new Float64Array(features).fill(0.1),
  );
  let outside = 0;
  for (let row = split; row < values.length; row += features) {
    const step = values.subarray(row, row + features);
    if (step.some((d, f) => Math.abs(d) > thresholds[f]!)) outside++;
  }
  return outside / HELD_OUT;
}

for (const shape of ["normal", "exponential"] as const) {
  for (const common of [0, 0.9]) {
    const kind = common === 0 ? "independent" : "correlated";
    Deno.test(`fitFeatureThresholds() keeps ${kind} ${shape} noise inside in 999 of 1,000 steps that it has not seen`, () => {
      const shares: number[] = [];
      const noise = fc.record({ seed: fc.nat(), features: fc.nat(18) });
      fc.assert(
        fc.property(noise, ({ seed, features: others }) => {
          const features = 2 + others;
          const values = distances({ seed, features, common, shape });
          const share = anyOutside(values, features);
          shares.push(share);
          // Three times its level: chance, of thresholds and of steps.
          assert.ok(share <= 3 * LEVEL, `${share} at ${features} features`);
        }),
        { numRuns: 12 },
      );
      const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length;
      assert.ok(mean <= LEVEL, `${mean} on average`);
    });
  }
}

Deno.test("fitFeatureThresholds() gives a feature the same threshold beside whatever else", () => {
  const noise = { features: 2, common: 0, shape: "normal" } as const;
  fc.assert(
    fc.property(fc.nat(), fc.float({ min: 1, max: 1000, noNaN: true }), (
      seed,
      times,
    ) => {
      const values = distances({ ...noise, seed });
      const louder = values.map((d, i) => i % 2 === 0 ? d : times * d);
      const scales = [0.1, 0.1];
      assert.equal(
        fitFeatureThresholds(louder, scales)[0],
        fitFeatureThresholds(values, scales)[0],
      );
    }),
    { numRuns: 5 },
  );
});

import assert from "node:assert/strict";
import { heightsOf } from "@lib/chart/detail/levels.ts";
import {
  decodeLine,
  encodeLine,
  keptSteps,
} from "@lib/chart/detail/line_detail.ts";
import { fc } from "../../../support/fast_check.ts";

const value = fc.oneof(
  { weight: 6, arbitrary: fc.float({ min: -50, max: 50, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
const series = fc.array(value, { minLength: 1, maxLength: 400 })
  .map((values) => Float32Array.from(values));
const heightOf = heightsOf([-50, 50]);
const [levels, half] = [1000, 0.5 / 1000 + 1e-6];

Deno.test("encodeLine() keeps each value to half a level, and each gap", () => {
  fc.assert(fc.property(series, (values) => {
    const text = encodeLine(values, { heightOf, levels, buckets: 100 });
    const { steps, heights } = decodeLine(text);
    assert.equal(keptSteps(text), undefined);
    assert.deepEqual([...steps], [...values.keys()]);
    for (const [t, height] of heights.entries()) {
      const expected = heightOf(values[t]!);
      assert.equal(Number.isNaN(height), Number.isNaN(expected));
      if (!Number.isNaN(expected)) {
        assert.ok(Math.abs(height - expected) <= half, `step ${t}`);
      }
    }
  }));
});

Deno.test("encodeLine() of fewer steps loses no spike and no gap", () => {
  const buckets = fc.integer({ min: 1, max: 60 });
  fc.assert(fc.property(series, buckets, (values, count) => {
    const text = encodeLine(values, { heightOf, levels, buckets: count });
    const { steps, heights } = decodeLine(text);
    assert.equal(keptSteps(text) ?? values.length, steps.length);
    assert.ok(steps.length <= Math.max(4 * count, 5 * count));
    for (let b = 0; b < count; b++) {
      const from = Math.floor(b * values.length / count);
      const to = Math.floor((b + 1) * values.length / count);
      const raw = [...values.subarray(from, to)];
      const kept = [...heights].filter((_, i) =>
        steps[i]! >= from && steps[i]! < to
      );
      const known = raw.filter((one) => !Number.isNaN(one)).map(heightOf);
      const shown = kept.filter((one) => !Number.isNaN(one));
      assert.equal(known.length > 0, shown.length > 0);
      if (known.length > 0) {
        assert.ok(
          Math.abs(Math.max(...known) - Math.max(...shown)) <= half &&
            Math.abs(Math.min(...known) - Math.min(...shown)) <= half,
        );
      }
      assert.equal(kept.some(Number.isNaN), raw.some(Number.isNaN));
    }
  }));
});

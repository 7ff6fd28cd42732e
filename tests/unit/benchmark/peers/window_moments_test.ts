import assert from "node:assert/strict";
import { padded, windowMoments } from "@lib/benchmark/peers/window_moments.ts";
import { fc } from "../../../support/fast_check.ts";

Deno.test("padded() repeats the first step", () => {
  const series = Float64Array.of(1, 2, 3, 4);
  assert.deepEqual(
    [...padded(series, { width: 2, window: 3 })],
    [1, 2, 1, 2, 1, 2, 3, 4],
  );
});

const cases = fc.record({
  width: fc.integer({ min: 1, max: 4 }),
  window: fc.integer({ min: 1, max: 6 }),
  steps: fc.integer({ min: 2, max: 30 }),
}).chain(({ width, window, steps }) =>
  fc.record({
    sizes: fc.constant({ width, window }),
    values: fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
      minLength: width * steps,
      maxLength: width * steps,
    }),
  })
);

Deno.test("windowMoments() is the mean and the covariance, with n − 1, of the windows themselves", () => {
  fc.assert(fc.property(cases, ({ sizes, values }) => {
    const series = Float64Array.from(values);
    const size = sizes.width * sizes.window;
    const rows = padded(series, sizes);
    const windows = Array.from(
      { length: series.length / sizes.width },
      (_, t) => rows.subarray(t * sizes.width, t * sizes.width + size),
    );
    const sumOf = (of: (window: Float64Array) => number) =>
      windows.reduce((sum, window) => sum + of(window), 0);
    const { mean, covariance } = windowMoments(series, sizes);
    for (let i = 0; i < size; i++) {
      const own = sumOf((window) => window[i]!) / windows.length;
      assert.ok(Math.abs(mean[i]! - own) < 1e-9);
      for (let j = 0; j < size; j++) {
        const known = sumOf((window) =>
          (window[i]! - mean[i]!) * (window[j]! - mean[j]!)
        ) / (windows.length - 1);
        assert.ok(Math.abs(covariance[i * size + j]! - known) < 1e-9);
      }
    }
  }));
});

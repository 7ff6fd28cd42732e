import assert from "node:assert/strict";
import { metricByName } from "@lib/frame/schema.ts";
import type { Autoencoder } from "@lib/model/engine.ts";
import { reconstructTable } from "@lib/pipeline/scoring/reconstruct_table.ts";
import { metricTable } from "../../../support/metric_table.ts";

const WINDOW = 4;

/** Expects the window's mean; notes how many windows it was asked for at once. */
function meanOf(asked: number[]): Autoencoder {
  return {
    window: WINDOW,
    features: 2,
    reconstructLast: ({ values, ends, length, features }) => {
      asked.push(ends.length);
      const out = new Float32Array(ends.length * features);
      ends.forEach((end, w) => {
        for (let i = (end - length) * features; i < end * features; i++) {
          out[w * features + i % features]! += values[i]! / length;
        }
      });
      return Promise.resolve(out);
    },
    prepare: () => Promise.resolve(),
    reconstruct: () => Promise.reject(new Error("not needed")),
    dispose: () => {},
  };
}

const scaler = { min: [0, 10], range: [2, 4] };
const sketch = Array.from(
  { length: 120 },
  (_, i) => (i % 2 === 0 ? 1 + Math.sin(i) : 12 + 2 * Math.cos(i)),
);
sketch[50] = NaN;
sketch[51] = NaN;
const table = metricTable({
  metrics: ["cpu-user", "load-1m"].map(metricByName),
  values: sketch,
});

Deno.test("reconstructTable() gives the same numbers however many steps it works on at once", async () => {
  const whole = await reconstructTable(meanOf([]), table, { scaler });
  for (const partSteps of [1, 3, WINDOW, 7, 25, 26, 60, 1000]) {
    const asked: number[] = [];
    const options = { scaler, partSteps };
    const parts = await reconstructTable(meanOf(asked), table, options);
    assert.deepEqual(parts, whole, `${partSteps} at once`);
    assert.ok(asked.every((windows) => windows <= partSteps));
    // No window twice, none across the gap at step 25.
    assert.equal(asked.reduce((sum, windows) => sum + windows, 0), 22 + 31);
  }
});

Deno.test("reconstructTable() gives what is expected in units", async () => {
  const { expected } = await reconstructTable(meanOf([]), table, { scaler });
  const mean = (f: number) =>
    [0, 1, 2, 3].reduce((sum, t) => sum + sketch[2 * t + f]!, 0) / WINDOW;
  assert.ok(Math.abs(expected[6]! - mean(0)) < 1e-6);
  assert.ok(Math.abs(expected[7]! - mean(1)) < 1e-5);
});

import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { sliceSteps } from "@lib/frame/slice.ts";
import { metricByName } from "@lib/frame/schema.ts";
import type { Autoencoder } from "@lib/model/engine.ts";
import type { Detector } from "@lib/pipeline/store/detector.ts";
import { scoreTable } from "@lib/pipeline/scoring/score_table.ts";
import { metricTable } from "../../../support/metric_table.ts";

const metrics = [metricByName("cpu-user"), metricByName("load-1m")];

/** Expects the window's mean of each feature: enough to tell steps apart. */
const autoencoder: Autoencoder = {
  window: 3,
  features: 2,
  reconstructLast: ({ values, ends, length, features }) => {
    const out = new Float32Array(ends.length * features);
    ends.forEach((end, w) => {
      for (let t = end - length; t < end; t++) {
        for (let f = 0; f < features; f++) {
          out[w * features + f]! += values[t * features + f]! / length;
        }
      }
    });
    return Promise.resolve(out);
  },
  prepare: () => Promise.resolve(),
  reconstruct: () => Promise.reject(new Error("not needed")),
  dispose: () => {},
};

const learned = {
  range: 2,
  median: 1,
  scale: 0.1,
  meanSquare: 0,
  threshold: 0.25,
  usualDistance: 0.05,
  usual: { low: 1, high: 1.5, width: 0.5 },
  errorQuantiles: { p50: 0, p90: 0, p99: 0 },
};
const detector = {
  features: [
    { ...metrics[0]!, ...learned, min: 0, group: null },
    { ...metrics[1]!, ...learned, min: -1, group: "load-1m" },
  ],
  intervalMs: 60_000,
  window: 3,
  halfLifeMs: 120_000,
  dampingHalfLifeMs: 60_000,
  mergeGapMs: 60_000,
  minDurationMs: 60_000,
  calibrationScore: Array(1440).fill(0).concat([2, 2]),
} as unknown as Detector; // the rest of a detector plays no part in scoring

const table = metricTable({
  metrics,
  values: Array.from(
    { length: 60 },
    (_, i) => (i === 41 ? 9 : 1 + (i * 7 % 5) / 10),
  ),
});

Deno.test("scoreTable() gives a step the same numbers in a chunk as in the whole", async () => {
  const options = { detector, perDay: 1 };
  const whole = await scoreTable(autoencoder, table, options);
  const chunk = await scoreTable(
    autoencoder,
    sliceSteps(table, { start: 0, end: 25 }),
    options,
  );
  assert.deepEqual(whole.errors.subarray(0, 50), chunk.errors);
  assert.deepEqual(whole.score.subarray(0, 25), chunk.score);
});

Deno.test("scoreTable() tells each feature's group with its contribution", async () => {
  const { incidents } = await scoreTable(autoencoder, table, {
    detector,
    perDay: 1,
  });
  const [incident] = incidents;
  assert.deepEqual(
    new Map(
      incident?.contributions.map(({ feature, group }) => [feature, group]),
    ),
    new Map([["load-1m", "load-1m"], ["cpu-user", null]]),
  );
});

Deno.test("scoreTable() leaves steps without a whole window unscored", async () => {
  const { score, expected } = await scoreTable(autoencoder, table, {
    detector,
    perDay: 1,
  });
  assert.deepEqual([...score.subarray(0, 2)], [NaN, NaN]);
  assert.ok(Number.isFinite(score[2]!));
  assert.ok(Number.isNaN(expected[0]!));
});

Deno.test("scoreTable() gives a band of the feature's own threshold, never below 0 for what never was", async () => {
  const { bands } = await scoreTable(autoencoder, table, {
    detector,
    perDay: 1,
  });
  // threshold 0.25 of a range of 2; the second feature was negative in training
  assert.deepEqual(bands, [
    { distance: 0.5, least: 0 },
    { distance: 0.5, least: -Infinity },
  ]);
});

Deno.test("scoreTable() refuses a table without one whole window", async () => {
  await assert.rejects(
    scoreTable(autoencoder, sliceSteps(table, { start: 0, end: 2 }), {
      detector,
      perDay: 1,
    }),
    (error: unknown) =>
      error instanceof InputError &&
      /3 steps of 60 s without a gap/.test(error.message),
  );
});

Deno.test("scoreTable() scores a chunk as it does the whole, given what leads up to it", async () => {
  const long = metricTable({
    metrics,
    values: Array.from({ length: 400 }, (_, i) => 1 + (i * 7 % 5) / 10),
  });
  const whole = await scoreTable(autoencoder, long, { detector, perDay: 1 });
  const chunk = await scoreTable(
    autoencoder,
    sliceSteps(long, { start: 100, end: 200 }),
    { detector, perDay: 1, warmup: 50 },
  );
  assert.equal(chunk.table.startMs, long.startMs + 150 * 60_000);
  assert.deepEqual(chunk.errors, whole.errors.subarray(300));
  chunk.score.forEach((score, t) =>
    assert.ok(Math.abs(score - whole.score[150 + t]!) < 1e-5)
  );
});

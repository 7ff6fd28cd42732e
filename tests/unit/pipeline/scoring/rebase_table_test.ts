import assert from "node:assert/strict";
import { metricByName } from "@lib/frame/schema.ts";
import type { Autoencoder } from "@lib/model/engine.ts";
import { scoreTable } from "@lib/pipeline/scoring/score_table.ts";
import type { Detector } from "@lib/pipeline/store/detector.ts";
import { changesAfter } from "@lib/pipeline/scoring/rebase_table.ts";
import { metricTable } from "../../../support/metric_table.ts";
import { uniform } from "../../../support/sample_series.ts";
import { SAMPLE_DETECTOR } from "../../../support/sample_detector.ts";

const metrics = [metricByName("cpu-user"), metricByName("sys-mem-cache")];
const learned = {
  ...{ median: 5, range: 10, scale: 0.1, threshold: 0.25, min: 0 },
  errorQuantiles: { p50: 0, p90: 0, p99: 0 },
};
const detector: Detector = {
  ...SAMPLE_DETECTOR,
  features: metrics.map((metric) => ({
    ...SAMPLE_DETECTOR.features[0]!,
    ...metric,
    ...learned,
  })),
  ...{ intervalMs: 60_000, window: 3, halfLifeSteps: 2, mergeGapSteps: 5 },
  calibrationScore: Array<number>(1440).fill(0).concat([1]),
};

/** Copies what it is given, which is no further than what it learned. */
const autoencoder: Autoencoder = {
  window: 3,
  features: 2,
  reconstructLast: ({ values, ends, features }) =>
    Promise.resolve(
      Float32Array.from(
        { length: ends.length * features },
        (_, i) =>
          values[
            (ends[Math.floor(i / features)]! - 1) * features + i % features
          ]!,
      ),
    ),
  reconstruct: () => Promise.reject(new Error("not needed")),
  dispose: () => {},
};

const SHIFT = 200;
const LATER = 700;
const next = uniform(5);
const table = metricTable({
  metrics,
  // A cache that moves within half of its range, from 5 to 25 for good; later,
  // above all that it does there, something else.
  values: Array.from({ length: 2 * 1000 }, (_, i) => {
    const t = Math.floor(i / 2);
    const value = 2.5 + 5 * next();
    if (i % 2 === 0) return value;
    return value + (t < SHIFT ? 0 : 20) +
      (t >= LATER && t < LATER + 10 ? 9 : 0);
  }),
});

Deno.test("scoreTable() tells a cache that settles elsewhere once, and finds what happens there later", async () => {
  const scored = await scoreTable(autoencoder, table, { detector, perDay: 1 });
  const [change, later, ...others] = scored.incidents;
  assert.deepEqual(others, []);
  const moved = change!.change!.features;
  assert.equal(moved.length, 1);
  assert.equal(moved[0]!.feature, "sys-mem-cache");
  assert.equal(moved[0]!.since, "2026-01-01T03:20:00Z");
  assert.ok(Math.abs(moved[0]!.from - 5) < 0.5);
  assert.ok(Math.abs(moved[0]!.to - 25) < 0.5);
  assert.equal(later!.start, "2026-01-01T11:40:00Z");
  assert.equal(later!.change, null);
  // What is expected has moved along, and so have the bands around it.
  const i = 600 * 2 + 1;
  assert.ok(Math.abs(scored.expected[i]! - table.values[i]!) < 1e-3);
  assert.ok(scored.errors[i]! < 0.1);
  // The network had its whole window of values at the new level at once.
  assert.ok(scored.score.subarray(2).every(Number.isFinite));
});

Deno.test("scoreTable() takes nothing back that it has said, however much comes later", async () => {
  const options = { detector, perDay: 1 };
  const whole = await scoreTable(autoencoder, table, options);
  for (const steps of [300, SHIFT + 240, SHIFT + 241, 800]) {
    const part = await scoreTable(autoencoder, {
      ...table,
      steps,
      values: table.values.subarray(0, 2 * steps),
      imputed: table.imputed.subarray(0, 2 * steps),
      up: table.up.subarray(0, steps),
    }, options);
    assert.deepEqual(part.score, whole.score.subarray(0, steps), `${steps}`);
    assert.deepEqual(part.errors, whole.errors.subarray(0, 2 * steps));
  }
});

Deno.test("changesAfter() counts steps without those that only lead up", () => {
  const change = {
    ...{ feature: 0, since: 5, settled: 20, at: 40, from: 0, to: 1 },
    ...{ before: 0, after: 1, alarmed: true },
  };
  assert.deepEqual(changesAfter(10, [{ ...change, at: 10 }, change]), [
    { ...change, since: 0, settled: 10, at: 30 },
  ]);
});

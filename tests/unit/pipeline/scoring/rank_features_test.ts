import assert from "node:assert/strict";
import { stepsIn } from "@lib/frame/steps_in.ts";
import { metricByName } from "@lib/frame/schema.ts";
import type { Autoencoder } from "@lib/model/engine.ts";
import type { Detector } from "@lib/pipeline/store/detector.ts";
import { rankFeatures } from "@lib/pipeline/scoring/rank_features.ts";
import { scoreTable } from "@lib/pipeline/scoring/score_table.ts";
import { metricTable } from "../../../support/metric_table.ts";

const names = ["cpu-user", "load-1m", "load-5m"];
const metrics = names.map(metricByName);

/** Expects ½ of each feature, scaled. */
const autoencoder: Autoencoder = {
  window: 1,
  features: 3,
  reconstructLast: ({ ends }) =>
    Promise.resolve(new Float32Array(3 * ends.length).fill(0.5)),
  prepare: () => Promise.resolve(),
  reconstruct: () => Promise.reject(new Error("not needed")),
  dispose: () => {},
};

const detector = {
  features: metrics.map((metric, f) => ({
    ...metric,
    ...{
      min: 0,
      range: 10,
      median: 5,
      scale: 0.1,
      meanSquare: 0,
      threshold: [0.2, 1, 0.4][f],
    },
    ...{ usualDistance: 0.05, usual: { low: 3, high: 7, width: 4 } },
    errorQuantiles: { p50: 0, p90: 0, p99: 0 },
  })),
  ...{ intervalMs: 60_000, window: 1, halfLifeMs: 6_000, mergeGapMs: 60_000 },
  ...{ minDurationMs: 60_000, dampingHalfLifeMs: 86_400_000 },
  calibrationScore: Array(1440).fill(0).concat([2, 2]),
} as unknown as Detector; // the rest of a detector plays no part in scoring

/** Feature 0 has been off for an hour; at step 70 all are off. */
const at = (t: number) => t < 10 ? [5, 5, 5] : t === 70 ? [9, 8, 6] : [8, 5, 5];
const table = metricTable({
  metrics,
  values: Array.from({ length: 80 }, (_, t) => at(t)).flat(),
});
const scored = await scoreTable(autoencoder, table, { detector, perDay: 1 });

Deno.test("rankFeatures() ranks as the contributions of an incident there", () => {
  for (const { start, end, contributions } of scored.incidents) {
    const range = stepsIn(table, {
      ...{ startMs: Date.parse(start), endMs: Date.parse(end) },
    });
    assert.deepEqual(
      rankFeatures(scored, { detector, range }),
      contributions.map(({ feature }) => feature),
    );
  }
  assert.ok(scored.incidents.length > 0);
});

Deno.test("rankFeatures() holds features against how they had been before", () => {
  const range = { start: 70, end: 71 };
  assert.deepEqual(rankFeatures(scored, { detector, range }), [
    "load-1m",
    "cpu-user",
    "load-5m",
  ]);
});

Deno.test("rankFeatures() measures by what is usual, not by the own threshold", () => {
  // Load-1m's own threshold is five times that of cpu-user.
  const range = { start: 69, end: 71 };
  const early = rankFeatures(scored, { detector, range });
  assert.equal(early.at(-1), "load-5m");
});

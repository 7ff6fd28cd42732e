import assert from "node:assert/strict";
import { openEngine } from "@lib/model/open_engine.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { learn, trainingWindows } from "@lib/pipeline/training/learn.ts";
import {
  trainingDataOf,
  type TrainingDataOptions,
} from "@lib/pipeline/training/read_training.ts";
import { trainOptions } from "@lib/pipeline/training/train_options.ts";
import { uniform } from "../../../support/sample_series.ts";
import { tableOf } from "../../../support/tables.ts";

const MINUTE = 60_000;
const STEPS = 3 * 1440;
const noise = uniform(4);
/** Quiet, but for a job at every thousandth step, and half an hour of far more. */
const table = tableOf({
  "cpu-user": Array.from({ length: STEPS }, (_, t) => {
    if (t >= 1000 && t < 1030) return 150;
    return t % 1000 === 500 ? 3 : 0.05 * noise();
  }),
  "load-1m": Array.from({ length: STEPS }, (_, t) => Math.sin(t / 50)),
});
const gross = {
  startMs: table.startMs + 1000 * MINUTE,
  endMs: table.startMs + 1029 * MINUTE,
  features: [],
  note: "",
};

async function learned(options: TrainingDataOptions) {
  const params = parseParams({ seed: 1, hidden: 4, epochs: 2 });
  const data = trainingDataOf(table, params.window, options);
  const windows = trainingWindows(data, params.window);
  const { fitted } = await learn(data, {
    training: {
      windows,
      options: trainOptions(params, windows.fit.ends.length),
    },
    engine: await openEngine("simd", { threads: 1 }),
    alarmBudget: params.alarmBudget,
    alarmTimes: params,
  });
  return fitted;
}

Deno.test("fitDetector() takes what is gross for seen, where shares are measured and nowhere else", async () => {
  const found = await learned({});
  const named = await learned({ exclude: [gross] });
  assert.equal(found.training.robustPass?.outcome, "left out");
  assert.equal(named.training.robustPass?.outcome, "nothing");
  const [quiet, rhythm] = found.features;
  const [labelled, same] = named.features;
  const { low, high, width } = labelled!.usual;
  assert.ok(high - low < 0.06 && Math.abs(width - 0.15) < 0.001);
  assert.ok(labelled!.usualDistance < 0.05);
  // Ten times as wide as what was learned, at most.
  assert.deepEqual(quiet, {
    ...labelled,
    usualDistance: 0.05,
    usual: { low, high, width: 10 * width },
  });
  assert.deepEqual(rhythm, same);
  assert.deepEqual(found.calibrationScore, named.calibrationScore);
});

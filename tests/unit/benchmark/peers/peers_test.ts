import assert from "node:assert/strict";
import { RECIPES } from "@lib/benchmark/recipes.ts";
import type { Judgement } from "@lib/benchmark/recipe.ts";
import type { RecipeName } from "@lib/benchmark/recipe_names.ts";
import { openEngine } from "@lib/model/open_engine.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { peerSeries, TEST_STEPS } from "../../../support/peer_series.ts";

const expected = JSON.parse(
  await Deno.readTextFile(fromRoot("tests/testdata/peers/expected.json")),
);
const engine = await openEngine("auto", { threads: 1 });
const machine = peerSeries("unit");
const SPIKE = { start: 30, end: 40 };
const MOVED = { start: 80, end: TEST_STEPS };

async function judged(
  name: RecipeName,
  { seed = 1, of = machine } = {},
): Promise<Judgement> {
  const context = { seed, engine, onProgress: () => {} };
  return await RECIPES[name].judge(of, context);
}

// Trained once.
const plain = judged("lstm-ae-plain");

function isClose(own: ArrayLike<number>, known: readonly number[]) {
  assert.equal(own.length, known.length);
  known.forEach((value, t) => {
    const off = Math.abs(own[t]! - value) / Math.max(1, Math.abs(value));
    assert.ok(off < 1e-6, `step ${t}: ${own[t]}, not ${value}`);
  });
}

Deno.test("robz2-ewma is numpy's", async () => {
  isClose((await judged("robz2-ewma")).score, expected.robz2);
});

Deno.test("robz2-ewma measures what is not in [0, 1] by its range in train", async () => {
  const of = peerSeries("units");
  isClose((await judged("robz2-ewma", { of })).score, expected.robz2InUnits);
});

Deno.test("range-only blames the metric that left its range, and says nothing inside", async () => {
  const { score, rank } = await judged("range-only");
  assert.equal(score.length, TEST_STEPS);
  assert.equal(rank(SPIKE)[0], "metric-2");
  assert.ok(score[35]! > 5 * score[29]!);
});

Deno.test("pca-w10 is numpy's", async () => {
  isClose((await judged("pca-w10")).score, expected.pca);
});

for (const name of ["robz2-ewma", "pca-w10", "lstm-ae-plain"] as const) {
  Deno.test(`${name} blames the metric that moved, and alarms by the budget`, async () => {
    const { score, rank, thresholdAt, threshold } =
      await (name === "lstm-ae-plain" ? plain : judged(name));
    assert.equal(score.length, TEST_STEPS);
    assert.equal(rank(SPIKE)[0], "metric-2");
    assert.equal(rank(MOVED)[0], "metric-3");
    assert.equal(new Set(rank(MOVED)).size, 6);
    assert.ok(score[35]! > threshold && score[100]! > threshold);
    assert.ok(thresholdAt(1 / 7) >= thresholdAt(1));
    assert.ok(thresholdAt(1) >= thresholdAt(20));
    assert.ok(score[100]! > thresholdAt(1 / 7), "it must alarm by any budget");
    assert.ok(thresholdAt(1 / 7) < 10 * threshold, "in the score's own unit");
  });
}

Deno.test("lstm-ae-plain scores no step before its first whole window", async () => {
  const { score } = await plain;
  assert.ok(Number.isNaN(score[28]) && Number.isFinite(score[29]));
});

Deno.test("random scores are those of their seed", async () => {
  const [one, again, other] = [
    await judged("random"),
    await judged("random"),
    await judged("random", { seed: 2 }),
  ];
  assert.deepEqual(one.score, again.score);
  assert.notDeepEqual(one.score, other.score);
  assert.deepEqual(one.rank(SPIKE), again.rank(SPIKE));
});

Deno.test("peers take a missing value for no evidence", async () => {
  const { test } = machine;
  const values = test.values.slice();
  // from the incident's first step on nothing is known of its metric
  for (let t = 30; t < 40; t++) values[t * 6 + 2] = NaN;
  const of = { ...machine, test: { ...test, values } };
  for (const name of ["robz2-ewma", "pca-w10"] as const) {
    const { score, threshold } = await judged(name, { of });
    assert.ok(score[35]! < threshold, name);
  }
});

import assert from "node:assert/strict";
import { whenwhyRecipe } from "@lib/benchmark/default_recipe.ts";
import { openEngine } from "@lib/model/open_engine.ts";
import { peerSeries, TEST_STEPS } from "../../support/peer_series.ts";

const engine = await openEngine("auto", { threads: 1 });
const machine = peerSeries("unit");
const recipe = whenwhyRecipe({ epochs: 3, hidden: 8, window: 7 });
const judged = async (seed: number) => {
  const done: number[] = [];
  const judgement = await recipe.judge(machine, {
    ...{ seed, engine, onProgress: (share: number) => done.push(share) },
  });
  return { ...judgement, done };
};
const [one, again, other] = [await judged(1), await judged(1), await judged(2)];

Deno.test("whenwhyRecipe() scores with the parameters that it is given", () => {
  assert.equal(one.score.length, TEST_STEPS);
  assert.ok(Number.isNaN(one.score[5]) && Number.isFinite(one.score[6]));
  assert.ok(one.done.includes(1));
});

Deno.test("whenwhyRecipe() gives scores in thresholds of the default budget", () => {
  assert.equal(one.threshold, 1);
  assert.equal(one.thresholdAt(1), 1);
  assert.ok(one.thresholdAt(1 / 7) >= 1 && one.thresholdAt(9) <= 1);
});

Deno.test("whenwhyRecipe() trains with the seed, and gives the same again", () => {
  assert.deepEqual(one.score, again.score);
  assert.notDeepEqual(one.score, other.score);
});

Deno.test("whenwhyRecipe() ranks all metrics, those that it did not learn last", () => {
  const ranked = one.rank({ start: 30, end: 40 });
  assert.equal(ranked[0], "metric-2");
  assert.deepEqual(ranked.slice(4), ["metric-3", "metric-4"]);
});

Deno.test("whenwhyRecipe() refuses what it cannot learn from", () => {
  const { train } = machine;
  const short = { ...machine, train: { ...train, steps: 100 } };
  assert.throws(() => recipe.check?.(short), /at least 300 steps/);
});

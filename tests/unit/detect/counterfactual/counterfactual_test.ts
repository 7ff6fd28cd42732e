import assert from "node:assert/strict";
import { counterfactual } from "@lib/detect/counterfactual/counterfactual.ts";
import type { Judge } from "@lib/detect/counterfactual/judge_sets.ts";
import { uniform } from "../../../support/sample_series.ts";

/** As measured 4; imputing 2 takes 1 off, 5 takes 2.5 off. */
const judge: Judge = (sets) =>
  Promise.resolve(
    sets.map((set) =>
      4 - (set.includes(2) ? 1 : 0) - (set.includes(5) ? 2.5 : 0)
    ),
  );

const options = {
  names: ["a", "b", "c", "d", "e", "f", "g"],
  ranked: [5, 0, 2, 1, 3, 4, 6],
};

Deno.test("counterfactual() tells the set beside each of its features alone and left out, and random sets", async () => {
  const { random, ...found } = await counterfactual(judge, {
    ...options,
    random: uniform(1),
  });
  assert.deepEqual(found, {
    features: ["f", "c"],
    scoreBefore: 4,
    scoreAfter: 0.5,
    clears: true,
    leaveOneOut: [
      { feature: "f", scoreAfter: 3, scoreAlone: 1.5 },
      { feature: "c", scoreAfter: 1.5, scoreAlone: 3 },
    ],
    tried: 7 + 6,
  });
  // all other pairs of seven
  assert.equal(random.sets, 20);
  assert.equal(random.clears, 0);
  assert.equal(random.medianScoreAfter, 3.5);
});

Deno.test("counterfactual() says where nothing clears", async () => {
  const { clears, scoreAfter, features } = await counterfactual(
    async (sets) => (await judge(sets)).map((score) => score + 1),
    { ...options, random: uniform(1) },
  );
  assert.deepEqual([clears, scoreAfter, features], [false, 1.5, ["f", "c"]]);
});

Deno.test("counterfactual() has nothing to compare one metric with", async () => {
  const { random } = await counterfactual(judge, {
    ...{ names: ["a"], ranked: [0] },
    random: uniform(1),
  });
  assert.deepEqual(random, { sets: 0, medianScoreAfter: null, clears: 0 });
});

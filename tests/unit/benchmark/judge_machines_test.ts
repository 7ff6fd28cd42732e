import assert from "node:assert/strict";
import { judgeMachines } from "@lib/benchmark/judge_machines.ts";
import type { Recipe } from "@lib/benchmark/recipe.ts";
import { RECIPES } from "@lib/benchmark/recipes.ts";
import { openEngine } from "@lib/model/open_engine.ts";
import type { Progress } from "@lib/pipeline/base/progress.ts";
import { peerTables } from "../../support/peer_series.ts";

/** As one that trains: it says how far it is. */
const slow: Recipe = {
  ...RECIPES.random,
  learns: "network",
  judge: (machine, context) => {
    context.onProgress(0.5);
    return RECIPES.random.judge(machine, context);
  },
};

Deno.test("judgeMachines() runs each contender with each seed, and tells how far it is", async () => {
  const heard: Progress[] = [];
  const runs = await judgeMachines([
    { name: "slow", recipe: slow, seeds: [1, 2] },
    { name: "random", recipe: RECIPES.random, seeds: [1] },
  ], {
    machines: ["a", "b"],
    read: (name) => Promise.resolve({ ...peerTables("unit"), name }),
    engine: await openEngine("auto", { threads: 1 }),
    listener: (progress) => heard.push(progress),
  });
  assert.deepEqual(
    runs.map(({ machine, contender }) => `${machine} ${contender}`),
    ["a", "b"].flatMap((name) =>
      ["slow", "slow", "random"].map((one) => `${name} ${one}`)
    ),
  );
  const [one, two, random] = runs.map(({ quality }) => quality.vusPr);
  assert.notEqual(one, two);
  assert.equal(one, random);
  // 20 + 20 + 1 on each machine
  assert.deepEqual(
    heard.map((at) => at.kind === "at" ? Math.round(at.done * 82) : at.text),
    [0, 10, 20, 30, 40, 41, 51, 61, 71, 81, 82],
  );
  assert.equal(
    heard[2]?.kind === "at" && heard[2].detail,
    "a: slow, seed 2/2",
  );
});

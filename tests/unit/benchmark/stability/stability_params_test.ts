import assert from "node:assert/strict";
import { parseStabilityParams } from "@lib/benchmark/stability/stability_params.ts";

Deno.test("parseStabilityParams() has five seeds and the defaults of a run", () => {
  const { run, seeds } = parseStabilityParams({});
  assert.equal(seeds, 5);
  assert.equal(run.window, 10);
  assert.equal(run.alarmBudget.text, "1/day");
  assert.equal(parseStabilityParams({ seeds: "3" }).seeds, 3);
});

Deno.test("parseStabilityParams() takes what a model's training takes", () => {
  const { run } = parseStabilityParams({
    ...{ "keep-all": true, "half-life": "2m", "merge-gap": "30m" },
    "min-duration": "5m",
  });
  assert.deepEqual(
    [run.robust, run.halfLife, run.mergeGap, run.minDuration],
    ["off", 120_000, 1_800_000, 300_000],
  );
});

Deno.test("parseStabilityParams() refuses what it does not know, and one seed", () => {
  assert.throws(
    () => parseStabilityParams({ sed: 1 }),
    /got "sed".*--?seeds|sed/,
  );
  // A model has the one seed that it was trained with.
  assert.throws(() => parseStabilityParams({ model: "web" }), /"model"/);
  assert.throws(() => parseStabilityParams({ seed: 7 }), /"seed"; .*seeds/);
  assert.throws(() => parseStabilityParams({ seeds: 1 }), /seeds/);
  assert.throws(() => parseStabilityParams({ window: 1 }), /window/);
});

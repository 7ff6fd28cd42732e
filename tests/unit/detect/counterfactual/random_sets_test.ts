import assert from "node:assert/strict";
import { randomSets } from "@lib/detect/counterfactual/random_sets.ts";
import { uniform } from "../../../support/sample_series.ts";

const draw = (set: readonly number[], features: number) =>
  randomSets(set, { features, count: 20, random: uniform(5) });

Deno.test("randomSets() gives sets of the same size, each another one, none of them the set", () => {
  const sets = draw([4, 0, 2], 9);
  assert.equal(sets.length, 20);
  const keys = sets.map((set) => set.toSorted().join());
  assert.equal(new Set(keys).size, 20);
  assert.ok(!keys.includes("0,2,4"));
  for (const set of sets) {
    assert.equal(new Set(set).size, 3);
    assert.ok(set.every((f) => Number.isInteger(f) && f >= 0 && f < 9));
  }
});

Deno.test("randomSets() gives all others where there are few, and none where there is none", () => {
  assert.deepEqual(
    draw([1], 4).flat().toSorted(),
    [0, 2, 3],
  );
  assert.equal(draw([1, 3], 6).length, 14);
  assert.deepEqual(draw([0], 1), []);
  assert.deepEqual(draw([0, 1], 2), []);
});

Deno.test("randomSets() gives the same for the same seed", () => {
  assert.deepEqual(draw([1, 2], 30), draw([1, 2], 30));
});

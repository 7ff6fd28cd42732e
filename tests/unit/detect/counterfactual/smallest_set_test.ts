import assert from "node:assert/strict";
import { smallestSet } from "@lib/detect/counterfactual/smallest_set.ts";
import type { Judge } from "@lib/detect/counterfactual/judge_sets.ts";

/** Clears where all of these are imputed; each of them lowers the score by 1. */
function needs(wanted: readonly number[]): Judge {
  return (sets) =>
    Promise.resolve(
      sets.map((set) => 0.5 + wanted.filter((f) => !set.includes(f)).length),
    );
}

const CANDIDATES = [3, 1, 4, 0, 5, 2, 6, 7];

for (const wanted of [[4], [1, 0], [3, 5, 7], [1, 4, 2, 6], [3, 1, 4, 0, 7]]) {
  Deno.test(`smallestSet() finds ${wanted.length} where that many are needed`, async () => {
    const { set, score } = await smallestSet(CANDIDATES, needs(wanted));
    assert.deepEqual(set, wanted);
    assert.equal(score, 0.5);
  });
}

Deno.test("smallestSet() gives the best set where none clears, and how many it tried", async () => {
  const judge = needs([3, 1, 4, 0, 5, 2]);
  const { set, score, tried } = await smallestSet(CANDIDATES, judge);
  assert.equal(set.length, 5);
  assert.equal(score, 1.5);
  // 8 alone, all 28 pairs, then 6, 5 and 4 more
  assert.equal(tried, 8 + 28 + 6 + 5 + 4);
});

Deno.test("smallestSet() finds a pair whose members do nothing alone", async () => {
  const judge: Judge = (sets) =>
    Promise.resolve(
      sets.map((set) =>
        set.includes(2) && set.includes(7) ? 0.9 : 3 - (set.includes(3) ? 1 : 0)
      ),
    );
  assert.deepEqual((await smallestSet(CANDIDATES, judge)).set, [2, 7]);
});

Deno.test("smallestSet() prunes what it took up on its way and does not need", async () => {
  // Alone and in pairs 3 looks best; it takes 4, 0, 5 and 2 to clear.
  const judge: Judge = (sets) =>
    Promise.resolve(sets.map((set) => {
      const needed = [4, 0, 5, 2].filter((f) => set.includes(f)).length;
      return needed === 4 ? 0.5 : 6 - needed - (set.includes(3) ? 1.5 : 0);
    }));
  const { set, score } = await smallestSet(CANDIDATES, judge);
  assert.deepEqual([set, score], [[4, 0, 5, 2], 0.5]);
});

Deno.test("smallestSet() takes no larger set that is worse", async () => {
  const judge: Judge = (sets) =>
    Promise.resolve(sets.map((set) => 1 + set.length));
  assert.deepEqual((await smallestSet(CANDIDATES, judge)).set, [3]);
});

Deno.test("smallestSet() takes one feature where there is only one", async () => {
  assert.deepEqual(await smallestSet([0], needs([0, 1])), {
    set: [0],
    score: 1.5,
    tried: 1,
  });
});

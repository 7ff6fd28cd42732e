import assert from "node:assert/strict";
import { scoreRanks } from "@lib/measure/score_ranks.ts";

Deno.test("scoreRanks() takes 250 thresholds from the highest score to the lowest", () => {
  const falling = Float64Array.from({ length: 1000 }, (_, t) => -t);
  const { thresholds, rank, reached } = scoreRanks(falling);
  assert.equal(thresholds, 250);
  assert.equal(rank[0], 0);
  // the second threshold stands at place ⌊999 / 249⌋ = 4
  assert.deepEqual([...rank.subarray(1, 6)], [1, 1, 1, 1, 2]);
  assert.equal(reached[1], 5);
  assert.equal(reached[249], 1000);
});

Deno.test("scoreRanks() gives steps of one score the first threshold of it", () => {
  const { rank, reached } = scoreRanks([1, 1, 1, 0]);
  assert.deepEqual([...rank.subarray(0, 3)], [0, 0, 0]);
  assert.equal(reached[0], 3);
});

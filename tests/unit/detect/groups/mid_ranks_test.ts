import assert from "node:assert/strict";
import { midRanks } from "@lib/detect/groups/mid_ranks.ts";

const CASES: readonly (readonly [string, number[], number[]])[] = [
  ["no value", [], []],
  ["different values", [30, 10, 20], [2, 0, 1]],
  ["equal values", [5, 1, 5, 5], [2, 0, 2, 2]],
  ["gaps", [NaN, 2, NaN, 1], [NaN, 1, NaN, 0]],
];

for (const [name, values, ranks] of CASES) {
  Deno.test(`midRanks() of ${name}`, () => {
    assert.deepEqual([...midRanks(Float64Array.from(values))], ranks);
  });
}

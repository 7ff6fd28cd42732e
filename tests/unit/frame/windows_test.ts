import assert from "node:assert/strict";
import { windowEnds } from "@lib/frame/windows.ts";
import { tableOf } from "../../support/tables.ts";

const table = tableOf({
  a: [0, 1, 2, NaN, 4, 5, 6, 7],
  b: [0, 1, 2, 3, 4, 5, 6, NaN],
});
const all = { start: 0, end: 8 };

Deno.test("windowEnds() finds the windows that span no gap", () => {
  assert.deepEqual([...windowEnds(table, all, 2)], [2, 3, 6, 7]);
  assert.deepEqual([...windowEnds(table, all, 3)], [3, 7]);
  assert.deepEqual([...windowEnds(table, all, 4)], []);
});

Deno.test("windowEnds() keeps windows wholly inside the range", () => {
  assert.deepEqual([...windowEnds(table, { start: 1, end: 6 }, 2)], [3, 6]);
  assert.deepEqual([...windowEnds(table, { start: 4, end: 4 }, 1)], []);
});

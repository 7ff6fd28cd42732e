import assert from "node:assert/strict";
import { blockMedians, median } from "@lib/detect/trend/block_medians.ts";

const { NaN: none } = Number;

Deno.test("blockMedians() gives one median a whole block, none where half is missing", () => {
  const values = Float32Array.of(5, 1, 3, 2, none, none, none, 8, 4, 6, 6);
  assert.deepEqual([...blockMedians(values, 4)], [2.5, none]);
  assert.deepEqual([...blockMedians(values, 2)], [3, 2.5, none, 8, 5]);
});

Deno.test("blockMedians() of a range counts what lies before the series as missing", () => {
  const values = Float32Array.of(1, 2, 3, 4);
  const medians = blockMedians(values, 2, { start: -4, end: 4 });
  assert.deepEqual([...medians], [none, none, 1.5, 3.5]);
});

Deno.test("median() is the middle, or the mean of the two", () => {
  assert.equal(median(Float64Array.of(9, 1, 5)), 5);
  assert.equal(median(Float64Array.of(9, 1, 5, 4)), 4.5);
  assert.ok(Number.isNaN(median(new Float64Array())));
});

Deno.test("median() leaves the values in their order", () => {
  const values = Float32Array.of(3, 1, 2);
  assert.equal(median(values), 2);
  assert.deepEqual([...values], [3, 1, 2]);
});

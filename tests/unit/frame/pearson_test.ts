import assert from "node:assert/strict";
import { pearson } from "@lib/frame/pearson.ts";

const series = (...values: number[]) => Float64Array.from(values);

Deno.test("pearson() is numpy's, over the pairs that are whole", () => {
  // np.corrcoef([1, 4, 6, 5], [2, 6, 5, 9])[0, 1]
  const one = series(1, 4, NaN, 6, 5, 7);
  const other = series(2, 6, 3, 5, 9, NaN);
  assert.ok(Math.abs(pearson(one, other) - 0.6948792289723036) < 1e-12);
});

Deno.test("pearson() keeps its digits for values far from zero", () => {
  const far = (values: Float64Array) => values.map((value) => value + 1e9);
  const [one, other] = [series(1, 4, 6, 5), series(2, 6, 5, 9)];
  assert.ok(
    Math.abs(pearson(far(one), far(other)) - pearson(one, other)) < 1e-9,
  );
});

Deno.test("pearson() never leaves [-1, 1] and does not know its arguments apart", () => {
  const one = series(0.1, 0.2, 0.3);
  const other = series(0.7, 0.1, 0.4);
  assert.equal(pearson(one, other), pearson(other, one));
  assert.ok(pearson(one, one) <= 1);
});

Deno.test("pearson() of a constant, or of fewer than three pairs, is not defined", () => {
  assert.ok(Number.isNaN(pearson(series(1, 2, 3), series(4, 4, 4))));
  assert.ok(Number.isNaN(pearson(series(1, 2), series(3, 4))));
  assert.ok(Number.isNaN(pearson(series(1, 2, NaN), series(3, 4, 5))));
  assert.ok(Number.isNaN(pearson(series(), series())));
});

import assert from "node:assert/strict";
import { valueDomain } from "@lib/chart/value_domain.ts";

const ALL = { start: 0, end: 3 };

Deno.test("valueDomain() leaves room at both ends", () => {
  const values = Float32Array.of(-50, NaN, 50);
  assert.deepEqual(valueDomain({ values }, ALL), [-56, 56]);
});

Deno.test("valueDomain() does not go below zero for what is never negative", () => {
  const values = Float32Array.of(1, 50, 101);
  assert.deepEqual(valueDomain({ values }, ALL), [0, 107]);
});

Deno.test("valueDomain() holds the band too", () => {
  const values = Float32Array.of(5, 5, 5);
  const expected = {
    center: values,
    low: Float32Array.of(-10, 0, 0),
    high: Float32Array.of(NaN, 90, 0),
    errors: values,
  };
  assert.deepEqual(valueDomain({ values, expected }, ALL), [-16, 96]);
  assert.deepEqual(
    valueDomain({ values, expected }, { start: 2, end: 3 }),
    [0, 5.3],
  );
});

Deno.test("valueDomain() of a constant or of nothing has an extent", () => {
  assert.deepEqual(valueDomain({ values: Float32Array.of(0, 0, 0) }, ALL), [
    0,
    1,
  ]);
  const nothing = Float32Array.of(NaN, NaN, NaN);
  assert.deepEqual(valueDomain({ values: nothing }, ALL), [0, 1]);
});

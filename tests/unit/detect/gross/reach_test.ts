import assert from "node:assert/strict";
import { reaches } from "@lib/detect/gross/reach.ts";
import { tableOf } from "../../../support/tables.ts";

Deno.test("reaches() is 1 where nothing was left out", () => {
  const table = tableOf({ "cpu-user": [1, 3, 2], "load-1m": [4, 4, 4] });
  assert.deepEqual(reaches({ learned: table, seen: table }), [1, 1]);
});

Deno.test("reaches() is the range of all that was seen over what is learned from, to both sides", () => {
  const seen = tableOf({
    "load-1m": [0, 9, 0, 0, 0],
    "cpu-user": [1, 3, 9, 9, 2],
    "cpu-system": [1, 3, -5, -5, 2],
  });
  const learned = tableOf({
    "cpu-user": [1, 3, NaN, NaN, 2],
    "cpu-system": [1, 3, NaN, NaN, 2],
  });
  assert.deepEqual(reaches({ learned, seen }), [4, 4]);
});

Deno.test("reaches() passes over the one value furthest to each side", () => {
  const learned = tableOf({ "cpu-user": [1, 2, 3, NaN, NaN, NaN, NaN] });
  const seen = tableOf({ "cpu-user": [1, 2, 3, 90, 5, -1, -90] });
  assert.deepEqual(reaches({ learned, seen }), [3]);
  const one = tableOf({ "cpu-user": [1, 2, 3, 90, NaN, NaN, NaN] });
  assert.deepEqual(reaches({ learned, seen: one }), [1]);
});

Deno.test("reaches() counts a broken sensor for no more than ten ranges", () => {
  const learned = tableOf({ "cpu-user": [1, 3, NaN, NaN] });
  const seen = tableOf({ "cpu-user": [1, 3, 1e30, 1e30] });
  assert.deepEqual(reaches({ learned, seen }), [10]);
});

Deno.test("reaches() counts nothing that was filled in", () => {
  const learned = tableOf({ "cpu-user": [1, 3, NaN, NaN] });
  const imputed = Uint8Array.of(0, 0, 1, 1);
  const seen = tableOf({ "cpu-user": [1, 3, 9, 9] }, { imputed });
  assert.deepEqual(reaches({ learned, seen }), [1]);
});

Deno.test("reaches() is 1 where nothing was seen of a metric", () => {
  const learned = tableOf({
    "cpu-user": [1, 2, 3, 2],
    "load-1m": [1, 2, 3, 2],
  });
  const seen = tableOf({ "load-1m": [9, 9, -9, -9] });
  assert.deepEqual(reaches({ learned, seen }), [1, 9]);
});

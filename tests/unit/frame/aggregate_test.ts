import assert from "node:assert/strict";
import { aggregate } from "@lib/frame/aggregate.ts";

const values = Float64Array.of(1, NaN, 3, 5, NaN, 9);
const stepOfRow = Int32Array.of(0, 0, 0, 2, 2, 3);

Deno.test("aggregate() averages the values of a step for a gauge", () => {
  assert.deepEqual(
    [...aggregate(values, stepOfRow, { steps: 5, kind: "gauge" })],
    [2, NaN, 5, 9, NaN],
  );
});

Deno.test("aggregate() keeps the last value of a step for a state", () => {
  assert.deepEqual(
    [...aggregate(values, stepOfRow, { steps: 5, kind: "state" })],
    [3, NaN, 5, 9, NaN],
  );
});

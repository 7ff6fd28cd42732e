import assert from "node:assert/strict";
import { measuredSteps } from "@lib/frame/measured_steps.ts";

Deno.test("measuredSteps() marks the steps at which any column has a value", () => {
  const stepOfRow = Int32Array.of(0, 1, 1, 3, 4);
  const columns = [
    Float64Array.of(NaN, NaN, 5, NaN, NaN),
    Float64Array.of(0, NaN, NaN, NaN, NaN),
  ];
  assert.deepEqual(
    [...measuredSteps(columns, { steps: 5, stepOfRow })],
    [1, 1, 0, 0, 0],
  );
});

import assert from "node:assert/strict";
import { upState } from "@lib/frame/up_state.ts";

const up = (state: readonly number[], measured: readonly number[]) => [
  ...upState({
    state: Float64Array.from(state),
    measured: Uint8Array.from(measured),
    carry: 2,
  }),
];

Deno.test("upState() is up where nothing says otherwise", () => {
  assert.deepEqual(up([NaN, 1, NaN, 2], [1, 1, 0, 0]), [1, 1, 1, 1]);
});

Deno.test("upState() is down at 0 and below", () => {
  assert.deepEqual(up([1, 0, -1, 1], [1, 1, 0, 1]), [1, 0, 0, 1]);
});

Deno.test("upState() stays down for a few steps at which nothing is known", () => {
  const state = [0, NaN, NaN, NaN, NaN, 1];
  assert.deepEqual(up(state, [0, 0, 0, 0, 0, 1]), [0, 0, 0, 1, 1, 1]);
});

Deno.test("upState() is up again where a metric was measured", () => {
  assert.deepEqual(up([0, NaN, NaN], [0, 1, 0]), [0, 1, 1]);
});

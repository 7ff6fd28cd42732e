import assert from "node:assert/strict";
import { fc } from "../../support/fast_check.ts";
import {
  batches,
  checkWindows,
  gatherWindows,
  inOrder,
} from "@lib/model/windows.ts";

const windows = {
  values: Float32Array.of(0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5),
  features: 2,
  length: 2,
  ends: Int32Array.of(2, 4),
};

Deno.test("gatherWindows() copies the chosen windows in their order", () => {
  assert.deepEqual(
    gatherWindows(windows, Int32Array.of(1, 0, 1)),
    Float32Array.of(2, 2.5, 3, 3.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5),
  );
});

Deno.test("batches() cut an order without losing or moving a window", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 1, max: 60 }),
      (count, batchSize) => {
        const order = inOrder({ ...windows, ends: new Int32Array(count) });
        const cut = [...batches(order, batchSize)];
        assert.deepEqual(cut.flatMap((batch) => [...batch]), [...order]);
        assert(cut.every((batch) => batch.length > 0));
        assert(cut.slice(0, -1).every((batch) => batch.length === batchSize));
      },
    ),
  );
});

Deno.test("checkWindows() takes windows inside their series", () => {
  checkWindows(windows, { window: 2, features: 2 });
});

const WRONG: readonly [Int32Array, string][] = [
  [Int32Array.of(1), "ends must lie in [2, 4], got 1"],
  [Int32Array.of(2, 5), "ends must lie in [2, 4], got 5"],
];
for (const [ends, message] of WRONG) {
  Deno.test(`checkWindows() refuses a window outside its series: ${message}`, () => {
    assert.throws(
      () => checkWindows({ ...windows, ends }, { window: 2, features: 2 }),
      new RangeError(`Cannot use windows: ${message}`),
    );
  });
}

Deno.test("checkWindows() refuses windows of another length", () => {
  assert.throws(
    () => checkWindows(windows, { window: 3, features: 2 }),
    new RangeError(
      "Cannot use windows: shape must be [*, 3, 2], got [*, 2, 2]",
    ),
  );
});

import assert from "node:assert/strict";
import { leastInRow } from "@lib/detect/least_in_row.ts";
import { fc } from "../../support/fast_check.ts";

Deno.test("leastInRow() is the least of each stretch, and nothing where one value is missing", () => {
  const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(NaN));
  const values = fc.array(value, { maxLength: 40 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 50 }), (values, count) => {
      const expected = values.map((_, t) =>
        t + 1 < count
          ? NaN
          : Math.min(...values.slice(t + 1 - count, t + 1)) + 0
      );
      const least = leastInRow(Float32Array.from(values), count);
      assert.deepEqual([...least], expected);
    }),
  );
});

Deno.test("leastInRow() of many in a row costs no more than of a few, and no stack", () => {
  const values = Float32Array.from({ length: 1e6 }, (_, t) => t * 37 % 101);
  values.subarray = () => assert.fail("a part of the values for each step");
  const least = leastInRow(values, 400_000);
  assert.equal(least.findIndex(Number.isFinite), 399_999);
  assert.equal(least.at(-1), 0);
});

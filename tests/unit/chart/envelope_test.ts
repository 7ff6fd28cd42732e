import assert from "node:assert/strict";
import { fc } from "../../support/fast_check.ts";
import { envelope } from "@lib/chart/envelope.ts";

Deno.test("envelope() of a short band is the band", () => {
  assert.deepEqual(envelope([1, 2], [3, 4], { buckets: 1 }), [
    { step: 0, low: 1, high: 3 },
    { step: 1, low: 2, high: 4 },
  ]);
});

Deno.test("envelope() takes the widest of each bucket and skips what is missing", () => {
  const low = [1, 0, NaN, 1, 1, NaN, NaN, NaN, NaN, NaN];
  const high = [2, 2, NaN, 5, 2, NaN, NaN, NaN, NaN, NaN];
  assert.deepEqual(envelope(low, high, { buckets: 2 }), [
    { step: 0, low: 0, high: 5 },
    { step: 4, low: 0, high: 5 },
    { step: 5, low: NaN, high: NaN },
    { step: 9, low: NaN, high: NaN },
  ]);
});

Deno.test("envelope() holds every edge of the band", () => {
  const edges = fc.array(fc.integer({ min: -50, max: 50 }), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(fc.property(edges, fc.integer({ min: 1, max: 9 }), (low, count) => {
    const high = low.map((value) => value + 3);
    const corners = envelope(low, high, { buckets: count });
    for (const [t, edge] of low.entries()) {
      const right = corners.find(({ step }) => step >= t)!;
      const left = corners.findLast(({ step }) => step <= t)!;
      assert.ok(Math.min(left.low, right.low) <= edge, `low at ${t}`);
      assert.ok(Math.max(left.high, right.high) >= edge + 3, `high at ${t}`);
    }
  }));
});

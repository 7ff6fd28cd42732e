import assert from "node:assert/strict";
import { countBelow, touchingAny } from "@lib/measure/time_line.ts";
import { fc } from "../../support/fast_check.ts";

const span = fc.tuple(fc.nat(60), fc.integer({ min: -1, max: 12 }))
  .map(([startMs, length]) => ({ startMs, endMs: startMs + length }));

Deno.test("countBelow() counts as going through all does", () => {
  fc.assert(fc.property(fc.array(fc.nat(9)), fc.nat(10), (numbers, value) => {
    const sorted = numbers.toSorted((a, b) => a - b);
    const below = sorted.filter((one) => one < value).length;
    assert.equal(countBelow(sorted, value), below);
  }));
});

Deno.test("touchingAny() says what asking each span says, in any order and overlapping", () => {
  const asked = span.filter(({ startMs, endMs }) => startMs <= endMs);
  fc.assert(fc.property(fc.array(span), asked, (spans, { startMs, endMs }) => {
    const each = spans.some((one) =>
      Math.max(one.startMs, startMs) <= Math.min(one.endMs, endMs)
    );
    assert.equal(touchingAny(spans)({ startMs, endMs }), each);
  }));
});

import assert from "node:assert/strict";
import { fc } from "../../../support/fast_check.ts";
import { spanText, toSpans } from "@lib/report/data_tables/spans.ts";

Deno.test("toSpans() covers every step once, in at most 24 parts that differ by one step", () => {
  const range = fc.tuple(fc.nat(50), fc.nat(5000));
  fc.assert(fc.property(range, ([start, length]) => {
    const spans = toSpans({ start, end: start + length });
    assert.equal(spans.length, Math.min(24, length));
    let next = start;
    for (const span of spans) {
      assert.equal(span.start, next);
      next = span.end;
    }
    assert.equal(next, start + length);
    const lengths = spans.map(({ start, end }) => end - start);
    if (length > 0) assert.ok(Math.max(...lengths) - Math.min(...lengths) <= 1);
  }));
});

const table = { startMs: Date.UTC(2026, 2, 1, 23, 58), intervalMs: 60_000 };

Deno.test("spanText() tells first and last step, and a date only where there are several", () => {
  const of = (dates: "shown" | "left out", start: number, end: number) =>
    spanText({ dates, input: { table } }, { start, end });
  assert.equal(of("left out", 0, 1), "23:58");
  assert.equal(of("left out", 0, 2), "23:58–23:59");
  assert.equal(of("shown", 0, 1), "2026-03-01 23:58");
  assert.equal(of("shown", 0, 3), "2026-03-01 23:58 – 2026-03-02 00:00");
});

import assert from "node:assert/strict";
import { fc } from "../../../support/fast_check.ts";
import {
  queryChunks,
  queryGrid,
} from "@lib/source/prometheus/prometheus_grid.ts";

Deno.test("queryChunks() cuts into neighbours of 11,000 points at most", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 200_000 }), (steps) => {
    const chunks = queryChunks({ steps });
    assert.equal(chunks[0]?.[0], 0);
    assert.equal(chunks.at(-1)?.[1], steps - 1);
    chunks.forEach(([first, last], i) => {
      assert.ok(last >= first && last - first < 11_000);
      assert.equal(chunks[i + 1]?.[0] ?? steps, last + 1);
    });
  }));
});

Deno.test("queryGrid() lies on multiples of the step, whatever the span", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 3000, max: 1e6 }),
      (fromMs, length) => {
        const toMs = fromMs + length;
        const { startMs, stepMs, steps } = queryGrid({ fromMs, toMs }, 1000);
        assert.equal(startMs % 1000, 0);
        assert.ok(startMs >= fromMs && startMs - fromMs < 1000);
        const last = startMs + (steps - 1) * stepMs;
        assert.ok(last < toMs && last + 1000 >= toMs);
      },
    ),
  );
});

Deno.test("queryGrid() refuses a step that makes too many, or one alone", () => {
  const day = { fromMs: 0, toMs: 86_400_000 };
  assert.throws(() => queryGrid(day, 1), /2 to 2000000 steps/);
  assert.throws(() => queryGrid(day, 86_400_000), /got 1/);
});

import assert from "node:assert/strict";
import { timeDomain } from "@lib/chart/trend_series.ts";

const CLOCK = { startMs: 1000, intervalMs: 10 };

Deno.test("timeDomain() spans from the first to the last step", () => {
  assert.deepEqual(timeDomain(CLOCK, { start: 2, end: 5 }), [1020, 1040]);
});

Deno.test("timeDomain() of a single step has an extent", () => {
  assert.deepEqual(timeDomain(CLOCK, { start: 2, end: 3 }), [1020, 1030]);
});

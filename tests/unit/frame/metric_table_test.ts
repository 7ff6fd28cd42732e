import assert from "node:assert/strict";
import { stepAt, stepTime } from "@lib/frame/metric_table.ts";

const clock = { startMs: Date.UTC(2026, 0, 1), intervalMs: 60_000 };

Deno.test("stepAt() gives the step of a time, whichever way it is written", () => {
  assert.equal(stepAt(clock, stepTime(clock, 7)), 7);
  assert.equal(stepAt(clock, "2026-01-01T00:07:00Z"), 7);
});

Deno.test("stepAt() gives the nearest step, also before the table", () => {
  assert.equal(stepAt(clock, "2026-01-01T00:07:29Z"), 7);
  assert.equal(stepAt(clock, "2025-12-31T23:58:10Z"), -2);
});

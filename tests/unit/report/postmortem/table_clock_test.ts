import assert from "node:assert/strict";
import { incidentTime } from "@lib/report/incident_sentence.ts";
import { tableClock } from "@lib/report/postmortem/table_clock.ts";
import { formatTime } from "@lib/frame/units.ts";

const noon = Date.UTC(2026, 2, 1, 12);
const HOUR = 3_600_000;

Deno.test("tableClock() says the date once where all times are of one day", () => {
  const { zone, options } = tableClock([noon, NaN, noon + HOUR], 5000);
  assert.equal(zone, "(UTC, 2026-03-01)");
  assert.equal(formatTime(noon, options), "12:00:00");
});

Deno.test("tableClock() says it each time where there are several days, or none", () => {
  const { zone, options } = tableClock([noon, noon + 13 * HOUR], 60_000);
  assert.equal(zone, "(UTC)");
  assert.equal(formatTime(noon, options), "2026-03-01 12:00");
  const span = { start: "2026-03-01T23:50:00Z", end: "2026-03-02T00:10:00Z" };
  assert.equal(
    incidentTime(span, { ...options, intervalMs: 60_000 }),
    "2026-03-01 23:50 – 2026-03-02 00:10",
  );
  assert.equal(tableClock([], 60_000).zone, "(UTC)");
});

import assert from "node:assert/strict";
import { formatLocalSpan, formatLocalTime } from "@lib/frame/local_time.ts";

// Offsets as `TZ=… date -d @…` prints them.
const CASES: readonly (readonly [string, string, string])[] = [
  ["2026-01-01T12:00:00Z", "Europe/Berlin", "2026-01-01 13:00 GMT+1"],
  ["2026-03-29T00:59:59Z", "Europe/Berlin", "2026-03-29 01:59:59 GMT+1"],
  ["2026-03-29T01:00:00Z", "Europe/Berlin", "2026-03-29 03:00 GMT+2"],
  ["2026-06-30T23:30:00Z", "Asia/Kolkata", "2026-07-01 05:00 GMT+5:30"],
  ["2026-01-01T00:00:00Z", "America/New_York", "2025-12-31 19:00 GMT-5"],
  ["2026-01-01T00:00:00Z", "UTC", "2026-01-01 00:00 GMT"],
];

Deno.test("formatLocalTime() shows the clock of a zone with its offset", () => {
  for (const [utc, zone, text] of CASES) {
    assert.equal(formatLocalTime(Date.parse(utc), zone), text);
  }
  assert.equal(formatLocalTime(NaN, "UTC"), "—");
});

Deno.test("formatLocalSpan() tells the hour that daylight saving repeats apart", () => {
  const span = formatLocalSpan(
    Date.parse("2026-10-25T00:30:00Z"),
    Date.parse("2026-10-25T01:30:00Z"),
    { timeZone: "Europe/Berlin" },
  );
  assert.equal(span, "2026-10-25 02:30 GMT+2 to 2026-10-25 02:30 GMT+1");
  assert.equal(
    formatLocalSpan(0, 0, { timeZone: "UTC" }),
    "1970-01-01 00:00 GMT",
  );
});

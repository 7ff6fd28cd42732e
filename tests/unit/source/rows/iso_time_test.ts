import assert from "node:assert/strict";
import { parseIsoTime } from "@lib/source/rows/iso_time.ts";

const at = (...parts: [number, number, number, number?, number?, number?]) =>
  Date.UTC(parts[0], parts[1] - 1, ...parts.slice(2));

const ZONED: readonly (readonly [string, number])[] = [
  ["2026-11-22T14:02:05Z", at(2026, 11, 22, 14, 2, 5)],
  ["2026-11-22 14:02:05+00:00", at(2026, 11, 22, 14, 2, 5)],
  ["2026-11-22T14:02:05+02:00", at(2026, 11, 22, 12, 2, 5)],
  ["2026-11-22T14:02:05-0330", at(2026, 11, 22, 17, 32, 5)],
  ["2026-11-22T14:02:05+02", at(2026, 11, 22, 12, 2, 5)],
  ["2026-11-22 14:02:05 UTC", at(2026, 11, 22, 14, 2, 5)],
  ["2026-11-22t14:02z", at(2026, 11, 22, 14, 2)],
  ["2026-11-22T14:02:05.25Z", at(2026, 11, 22, 14, 2, 5) + 250],
  ["2026-11-22T14:02:05,123456789Z", at(2026, 11, 22, 14, 2, 5) + 123],
  // Both sides of the end of daylight saving time in Berlin.
  ["2026-10-25T02:30:00+02:00", at(2026, 10, 25, 0, 30)],
  ["2026-10-25T02:30:00+01:00", at(2026, 10, 25, 1, 30)],
  ["2016-12-31T23:59:60Z", at(2017, 1, 1)],
];

const NAIVE: readonly (readonly [string, number])[] = [
  ["2026-11-22T14:02:05", at(2026, 11, 22, 14, 2, 5)],
  ["2026-11-22 14:02", at(2026, 11, 22, 14, 2)],
  ["2026-11-22", at(2026, 11, 22)],
  [" 2024-02-29 ", at(2024, 2, 29)],
];

const NO_TIMES = [
  "",
  "yesterday",
  "1767225600",
  "2026-13-01",
  "2026-00-10",
  "2026-02-29",
  "1900-02-29",
  "2026-04-31T00:00:00Z",
  "2026-11-22T24:00:00Z",
  "2026-11-22T14:60:00Z",
  "2026-11-22T14:02:61Z",
  "2026-11-22T14:02:05+25:00",
  "22.11.2026 14:02",
  "2026-11-22T14:02:05Z and more",
];

Deno.test("parseIsoTime() reads times with a zone or an offset", () => {
  for (const [text, ms] of ZONED) {
    assert.deepEqual(parseIsoTime(text), { ms, zoned: true }, text);
  }
});

Deno.test("parseIsoTime() takes a time without a zone as UTC and says so", () => {
  for (const [text, ms] of NAIVE) {
    assert.deepEqual(parseIsoTime(text), { ms, zoned: false }, text);
  }
});

Deno.test("parseIsoTime() refuses what is no time", () => {
  for (const text of NO_TIMES) {
    assert.equal(parseIsoTime(text), undefined, text);
  }
});

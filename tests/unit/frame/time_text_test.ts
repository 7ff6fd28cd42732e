import assert from "node:assert/strict";
import {
  formatDuration,
  formatSpan,
  formatTime,
} from "@lib/frame/time_text.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const DURATIONS: readonly (readonly [number, string])[] = [
  [0, "0 s"],
  [0.4, "1 ms"],
  [250, "250 ms"],
  [999.6, "1 s"],
  [5 * SECOND, "5 s"],
  [59.7 * SECOND, "1 min"],
  [90 * SECOND, "1 min 30 s"],
  [599.6 * SECOND, "10 min"],
  [29 * MINUTE, "29 min"],
  [80 * MINUTE, "1 h 20 min"],
  [HOUR, "1 h"],
  [DAY - 1, "1 d"],
  [2 * DAY + 3 * HOUR, "2 d 3 h"],
  [30 * DAY, "30 d"],
  [-5 * SECOND, "−5 s"],
  [NaN, "—"],
];

Deno.test("formatDuration() writes two units at most", () => {
  for (const [ms, text] of DURATIONS) {
    assert.equal(formatDuration(ms), text, `${ms} ms`);
  }
});

Deno.test("formatTime() writes seconds only where steps are shorter than a minute", () => {
  const time = Date.UTC(2026, 10, 22, 14, 2);
  assert.equal(formatTime(time), "2026-11-22 14:02:00 UTC");
  assert.equal(
    formatTime(time, { intervalMs: MINUTE }),
    "2026-11-22 14:02 UTC",
  );
  assert.equal(formatTime(NaN), "—");
});

Deno.test("formatTime() never hides seconds that are there", () => {
  const time = Date.UTC(2026, 10, 22, 14, 2, 5);
  assert.equal(
    formatTime(time, { intervalMs: MINUTE }),
    "2026-11-22 14:02:05 UTC",
  );
  assert.equal(formatTime(time + 250), "2026-11-22 14:02:05.250 UTC");
});

Deno.test("formatSpan() writes the date once unless the span passes midnight", () => {
  const start = Date.UTC(2026, 10, 22, 23, 50);
  const options = { intervalMs: MINUTE };
  assert.equal(
    formatSpan(start, start + 5 * MINUTE, options),
    "2026-11-22 23:50–23:55 UTC",
  );
  assert.equal(
    formatSpan(start, start + 20 * MINUTE, options),
    "2026-11-22 23:50 – 2026-11-23 00:10 UTC",
  );
});

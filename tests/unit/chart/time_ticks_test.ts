import assert from "node:assert/strict";
import { fc } from "../../support/fast_check.ts";
import { timeTicks } from "@lib/chart/time_ticks.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.UTC(2026, 1, 28, 22);

const CASES = [
  {
    of: "twenty seconds",
    end: START + 20_000,
    most: 5,
    labels: [
      "22:00:00\nFeb 28",
      "22:00:05",
      "22:00:10",
      "22:00:15",
      "22:00:20",
    ],
  },
  {
    of: "four hours over midnight",
    end: START + 240 * MINUTE,
    most: 5,
    labels: ["22:00\nFeb 28", "23:00", "00:00\nMar 1", "01:00", "02:00"],
  },
  {
    of: "days over a month's end",
    end: START + 4 * DAY,
    most: 5,
    labels: ["Mar 1\n2026", "Mar 2", "Mar 3", "Mar 4"],
  },
  {
    of: "a year's end",
    start: Date.UTC(2025, 11, 30),
    end: Date.UTC(2026, 0, 2),
    most: 4,
    labels: ["Dec 30\n2025", "Dec 31", "Jan 1\n2026", "Jan 2"],
  },
];

for (const { of, start = START, end, most, labels } of CASES) {
  Deno.test(`timeTicks() of ${of}`, () => {
    const ticks = timeTicks([start, end], most);
    assert.deepEqual(ticks.map(({ label }) => label), labels);
  });
}

Deno.test("timeTicks() stays inside and within the number asked for", () => {
  const length = fc.integer({ min: 1, max: 40 * 365 * 1440 });
  fc.assert(fc.property(length, fc.integer({ min: 2, max: 20 }), (n, most) => {
    const [start, end] = [START + 12_345, START + 12_345 + n * MINUTE];
    const ticks = timeTicks([start, end], most);
    assert.ok(ticks.length <= most);
    assert.ok(ticks.every(({ ms }) => ms >= start && ms <= end));
  }));
});

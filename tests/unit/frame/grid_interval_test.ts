import assert from "node:assert/strict";
import { gridInterval, medianDifference } from "@lib/frame/grid_interval.ts";

const CASES: readonly (readonly [string, readonly number[], number])[] = [
  ["a regular series", [0, 60_000, 120_000], 60_000],
  ["jitter of some milliseconds", [0, 5013, 9990, 15_004], 5000],
  ["jitter of a tenth", [0, 4600, 9900, 14_500, 19_700], 5000],
  ["a long gap", [0, 5000, 10_000, 90_000_000, 90_005_000], 5000],
  ["an unusual interval", [0, 7003, 14_001, 21_007], 7000],
  ["fractions of a second", [0, 250, 500, 750], 250],
  ["differences below 1 ms", [0, 0.2, 0.4, 0.6], 1],
  ["five minutes, in seconds", [0, 300_000, 600_000], 300_000],
];

Deno.test("gridInterval() finds the plain length that rows come by", () => {
  for (const [name, times, intervalMs] of CASES) {
    assert.equal(gridInterval(Float64Array.from(times)), intervalMs, name);
  }
});

Deno.test("medianDifference() takes the lower middle one of an even number", () => {
  assert.equal(medianDifference(Float64Array.of(0, 1, 3)), 1);
  assert.equal(medianDifference(Float64Array.of(0, 1, 3, 8)), 2);
});

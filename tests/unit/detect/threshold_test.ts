import assert from "node:assert/strict";
import { alarmRuns } from "@lib/detect/alarm_runs.ts";
import { fitThreshold } from "@lib/detect/threshold.ts";

const merge = { mergeGapSteps: 0, minSteps: 1 };

/** Two "days" of ten steps with one peak each. */
const TWO_DAYS = Float32Array.of(
  ...[1, 1, 1, 5, 1, 1, 1, 1, 1, 1],
  ...[1, 1, 1, 1, 1, 1, 3, 1, 1, 1],
);

Deno.test("fitThreshold() lets through what the budget allows, where the days can show it", () => {
  for (const [perDay, alarms] of [[0.5, 1], [1, 2]] as const) {
    const { value, extrapolated } = fitThreshold({
      score: TWO_DAYS,
      stepsPerDay: 10,
      perDay,
      merge,
    });
    assert.equal(alarmRuns(TWO_DAYS, value, merge).length, alarms);
    assert.equal(extrapolated, false);
  }
});

Deno.test("fitThreshold() extrapolates an exponential tail beyond the days", () => {
  // Peaks over u = 1.2 (R-7, 0.9 of the 20 values): excesses 3.8 and 1.8, β = 2.8,
  // λ = 1 a day: u + β·ln(1 / 0.01) = 1.2 + 2.8 · 4.60517 = 14.0945.
  const { value, extrapolated, alarmsPerDay } = fitThreshold({
    score: TWO_DAYS,
    stepsPerDay: 10,
    perDay: 0.01,
    merge,
  });
  assert.ok(Math.abs(value - 14.0945) < 1e-3, `got ${value}`);
  assert.equal(extrapolated, true);
  assert.equal(alarmsPerDay, 0);
});

Deno.test("fitThreshold() stays above all of normal time where it extrapolates", () => {
  const score = Float32Array.of(...Array(30).fill(1), 100);
  const { value } = fitThreshold({
    score,
    stepsPerDay: 1000,
    perDay: 30,
    merge,
  });
  assert.ok(value > 100);
});

Deno.test("fitThreshold() does not count steps without a score as time", () => {
  const score = Float32Array.of(NaN, 1, 2, 1, NaN);
  assert.equal(
    fitThreshold({ score, stepsPerDay: 3, perDay: 1, merge }).days,
    1,
  );
});

Deno.test("fitThreshold() refuses a calibration part without a score", () => {
  assert.throws(
    () =>
      fitThreshold({
        score: Float32Array.of(NaN),
        stepsPerDay: 1,
        perDay: 1,
        merge,
      }),
    RangeError,
  );
});

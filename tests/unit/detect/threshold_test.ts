import assert from "node:assert/strict";
import { alarmRuns } from "@lib/detect/alarm_runs.ts";
import { fitThreshold } from "@lib/detect/threshold.ts";

const mergeGapSteps = 0;

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
      mergeGapSteps,
    });
    assert.equal(
      alarmRuns(TWO_DAYS, { threshold: value, mergeGapSteps }).length,
      alarms,
    );
    assert.equal(extrapolated, false);
  }
});

Deno.test("fitThreshold() extrapolates an exponential tail beyond the days", () => {
  // Of squares: u = 1.2² (R-7, 0.9 of the 20 values); excesses 25 − 1.44 and
  // 9 − 1.44, β = 15.56, λ = 1 a day: √(1.44 + 15.56 · ln(1 / 0.01)) = 8.5496.
  const { value, extrapolated, alarmsPerDay, expectedPerDay, interval } =
    fitThreshold({
      score: TWO_DAYS,
      stepsPerDay: 10,
      perDay: 0.01,
      mergeGapSteps,
    });
  assert.ok(Math.abs(value - 8.5496) < 1e-3, `got ${value}`);
  assert.equal(extrapolated, true);
  assert.equal(alarmsPerDay, 0);
  assert.ok(Math.abs(expectedPerDay - 0.01) < 1e-9);
  const [low = NaN, high = NaN] = interval ?? [];
  assert.ok(low > 1.2 && low < value && high > value, `${low} ${high}`);
});

Deno.test("fitThreshold() expects what it saw where the days can show the budget", () => {
  const { interval, alarmsPerDay, expectedPerDay } = fitThreshold({
    ...{ score: TWO_DAYS, stepsPerDay: 10, perDay: 1, mergeGapSteps },
  });
  assert.equal(interval, null);
  assert.equal(expectedPerDay, alarmsPerDay);
});

Deno.test("fitThreshold() counts only alarms that last, so that short peaks may be higher", () => {
  // A day: a peak of one step, and one of three.
  const score = new Float32Array(100).fill(1);
  score.set([9], 20);
  score.set([4, 5, 3], 60);
  const at = (minSteps: number) => {
    const { value, alarmsPerDay } = fitThreshold({
      ...{ score, stepsPerDay: 100, perDay: 1, mergeGapSteps, minSteps },
    });
    return [value, alarmsPerDay];
  };
  assert.deepEqual(at(1), [9, 1]);
  assert.deepEqual(at(2), [3, 1]);
  assert.deepEqual(at(3), [3, 1]);
  assert.ok(at(4)[0]! < 3);
});

Deno.test("fitThreshold() extrapolates what lasts, in time too short for it as well", () => {
  const noise = Float32Array.from(
    { length: 200 },
    (_, t) => 1 + (t * 37 % 101) / 100,
  );
  noise[50] = 40;
  const at = (minSteps: number) =>
    fitThreshold({
      score: noise,
      ...{ stepsPerDay: 1440, perDay: 1, mergeGapSteps: 5, minSteps },
    }).value;
  assert.ok(at(1) > 40);
  assert.ok(at(4) > 1 && at(4) < 3, `${at(4)}`);
  for (const minSteps of [100, 200, 201, 5000]) {
    assert.ok(Number.isFinite(at(minSteps)), String(minSteps));
  }
});

Deno.test("fitThreshold() asks for any number of steps in a row", () => {
  const score = Float32Array.from({ length: 3e5 }, (_, t) => 1 + t % 97 / 97);
  const { value } = fitThreshold({
    ...{ score, stepsPerDay: 17_280, perDay: 1, mergeGapSteps, minSteps: 2e5 },
  });
  assert.ok(value >= 1 && value < 2, `${value}`);
});

Deno.test("fitThreshold() stays above all of normal time where it extrapolates", () => {
  const score = Float32Array.of(...Array(30).fill(1), 100);
  const { value } = fitThreshold({
    score,
    stepsPerDay: 1000,
    perDay: 30,
    mergeGapSteps,
  });
  assert.ok(value > 100);
});

Deno.test("fitThreshold() does not count steps without a score as time", () => {
  const score = Float32Array.of(NaN, 1, 2, 1, NaN);
  assert.equal(
    fitThreshold({ score, stepsPerDay: 3, perDay: 1, mergeGapSteps }).days,
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
        mergeGapSteps,
      }),
    RangeError,
  );
});

Deno.test("fitThreshold() keeps a large budget from making all of the time one alarm", () => {
  const score = Float32Array.from(
    { length: 3000 },
    (_, t) => 1 + (t * 37 % 100) / 100,
  );
  for (const perDay of [10, 100, 1000, 1e6]) {
    const { value } = fitThreshold({
      score,
      stepsPerDay: 1440,
      perDay,
      mergeGapSteps: 5,
    });
    const share = score.filter((s) => s >= value).length / score.length;
    assert.ok(share <= 0.11, `${perDay}: ${share}`);
  }
});

Deno.test("fitThreshold() stays over nothing at all where normal time has no error", () => {
  for (const perDay of [1, 1e4]) {
    const { value } = fitThreshold({
      score: new Float32Array(1000),
      stepsPerDay: 1440,
      perDay,
      mergeGapSteps: 0,
    });
    assert.equal(value, 0.25);
  }
});

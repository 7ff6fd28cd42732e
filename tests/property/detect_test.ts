import assert from "node:assert/strict";
import fc from "fast-check";
import { alarmRuns } from "@lib/detect/alarm_runs.ts";
import { contributions } from "@lib/detect/contributions.ts";
import { scoreSteps } from "@lib/detect/score.ts";
import { fitThreshold } from "@lib/detect/threshold.ts";

const score = fc.float32Array({
  minLength: 5,
  maxLength: 200,
  min: 0,
  max: 100,
  noNaN: true,
});
const merge = fc.record({
  mergeGapSteps: fc.nat(5),
  minSteps: fc.integer({ min: 1, max: 4 }),
});

Deno.test("alarmRuns() gives disjoint sorted runs that begin and end with an alarm", () => {
  fc.assert(fc.property(score, merge, (values, options) => {
    const runs = alarmRuns(values, 50, options);
    runs.forEach(({ start, end }, i) => {
      assert.ok(end - start >= options.minSteps);
      assert.ok(values[start]! >= 50 && values[end - 1]! >= 50);
      const next = runs[i + 1];
      if (next) assert.ok(next.start - end > options.mergeGapSteps);
    });
  }));
});

Deno.test("alarmRuns() covers every alarm where no run is too short", () => {
  fc.assert(fc.property(score, fc.nat(5), (values, mergeGapSteps) => {
    const runs = alarmRuns(values, 50, { mergeGapSteps, minSteps: 1 });
    values.forEach((value, t) => {
      const inside = runs.some(({ start, end }) => start <= t && t < end);
      if (value >= 50) assert.ok(inside);
    });
  }));
});

Deno.test("fitThreshold() keeps to the budget on the time it was fitted on", () => {
  fc.assert(
    fc.property(
      score,
      merge,
      fc.double({ min: 0.01, max: 20, noNaN: true }),
      (values, options, perDay) => {
        const { value, days } = fitThreshold({
          score: values,
          stepsPerDay: 20,
          perDay,
          merge: options,
        });
        assert.ok(
          alarmRuns(values, value, options).length <= Math.floor(days * perDay),
        );
      },
    ),
  );
});

Deno.test("fitThreshold() falls as the budget grows, within one way of reading it", () => {
  fc.assert(
    fc.property(
      score,
      fc.double({ min: 0.001, max: 0.01, noNaN: true }),
      (values, perDay) => {
        const at = (budget: number) =>
          fitThreshold({
            score: values,
            stepsPerDay: 2000,
            perDay: budget,
            merge: { mergeGapSteps: 1, minSteps: 1 },
          }).value;
        assert.ok(at(perDay) >= at(perDay * 2));
      },
    ),
  );
});

Deno.test("contributions() sum to 1 and fall", () => {
  const distance = fc.float32Array({
    minLength: 12,
    maxLength: 12,
    min: -100,
    max: 100,
    noNaN: true,
  });
  fc.assert(fc.property(distance, (values) => {
    const shares = contributions({ distance: values, thresholds: [1, 2, 3] }, {
      start: 0,
      end: 4,
    })
      .map(({ share }) => share);
    assert.ok(
      Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9,
    );
    assert.deepEqual(shares, shares.toSorted((a, b) => b - a));
  }));
});

Deno.test("scoreSteps() is 0 on equality and never negative", () => {
  fc.assert(fc.property(score, (values) => {
    const scored = scoreSteps({
      distance: values,
      scales: [1],
      halfLifeSteps: 2,
    });
    assert.ok(scored.every((s) => s >= 0));
    const equal = scoreSteps({
      distance: values.map(() => 0),
      scales: [1],
      halfLifeSteps: 2,
    });
    assert.ok(equal.every((s) => s === 0));
  }));
});

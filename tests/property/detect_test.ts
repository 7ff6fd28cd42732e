import assert from "node:assert/strict";
import { fc } from "../support/fast_check.ts";
import { alarmRuns } from "@lib/detect/alarm_runs.ts";
import { contributions } from "@lib/detect/contributions.ts";
import { makeStepScorer, scoreSteps } from "@lib/detect/score.ts";
import { fitThreshold } from "@lib/detect/threshold.ts";

const score = fc.float32Array({
  minLength: 5,
  maxLength: 200,
  min: 0,
  max: 100,
  noNaN: true,
});
const mergeGapSteps = fc.nat(5);

Deno.test("alarmRuns() gives disjoint sorted runs that begin and end with an alarm", () => {
  fc.assert(fc.property(score, mergeGapSteps, (values, gap) => {
    const runs = alarmRuns(values, { threshold: 50, mergeGapSteps: gap });
    runs.forEach(({ start, end }, i) => {
      assert.ok(values[start]! >= 50 && values[end - 1]! >= 50);
      const next = runs[i + 1];
      if (next) assert.ok(next.start - end > gap);
    });
  }));
});

Deno.test("alarmRuns() covers every alarm", () => {
  fc.assert(fc.property(score, mergeGapSteps, (values, gap) => {
    const runs = alarmRuns(values, { threshold: 50, mergeGapSteps: gap });
    values.forEach((value, t) => {
      const inside = runs.some(({ start, end }) => start <= t && t < end);
      if (value >= 50) assert.ok(inside);
    });
  }));
});

Deno.test("fitThreshold() keeps to the budget, with few steps in alarm, on its own time", () => {
  const perDay = fc.double({ min: 0.01, max: 50, noNaN: true });
  const minSteps = fc.integer({ min: 1, max: 6 });
  fc.assert(fc.property(
    ...[score, mergeGapSteps, minSteps, perDay] as const,
    (values, gap, minSteps, budget) => {
      const rule = { mergeGapSteps: gap, minSteps };
      const { value, days } = fitThreshold({
        ...{ ...rule, score: values, stepsPerDay: 20, perDay: budget },
      });
      const runs = alarmRuns(values, { ...rule, threshold: value });
      assert.ok(runs.length <= Math.floor(days * budget));
      const alarms = values.filter((s) => s >= value).length;
      const ties = values.filter((s) => s === value).length;
      assert.ok(alarms - ties <= 0.1 * values.length + 1);
    },
  ));
});

Deno.test("fitThreshold() falls as the budget grows, also from tail to peaks", () => {
  const perDay = fc.double({ min: 0.01, max: 20, noNaN: true });
  const minSteps = fc.integer({ min: 1, max: 6 });
  fc.assert(fc.property(score, perDay, minSteps, (values, budget, minSteps) => {
    const at = (perDay: number) =>
      fitThreshold({
        ...{ score: values, stepsPerDay: 20, perDay },
        ...{ mergeGapSteps: 1, minSteps },
      }).value;
    assert.ok(at(budget) >= at(budget * 2));
  }));
});

const contributionCase = fc.record({
  distance: fc.float32Array({
    minLength: 12,
    maxLength: 12,
    min: -100,
    max: 100,
  }),
  values: fc.float32Array({
    minLength: 12,
    maxLength: 12,
    min: -9,
    max: 9,
    noNaN: true,
  }),
  recent: fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), {
    minLength: 3,
    maxLength: 3,
  }),
});

/** Parts of an incident of four steps and three features. */
function partsOf(
  { distance, values, recent }: {
    readonly distance: Float32Array;
    readonly values: Float32Array;
    readonly recent: readonly number[];
  },
) {
  const usual = { usualDistance: 0.5, usual: { low: -1, high: 1, width: 2 } };
  return contributions(
    {
      table: { values, imputed: new Uint8Array(12), intervalMs: 1000 },
      ...{ distance, thresholds: [1, 2, 3], usual: [usual, usual, usual] },
    },
    { start: 0, end: 4 },
    { recent },
  );
}

Deno.test("contributions() sum to 1 and fall", () => {
  fc.assert(fc.property(contributionCase, (one) => {
    const shares = partsOf(one).map(({ share }) => share);
    assert.ok(
      Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9,
    );
    assert.deepEqual(shares, shares.toSorted((a, b) => b - a));
  }));
});

Deno.test("contributions() give a feature no more the more unusual it had been before", () => {
  fc.assert(fc.property(contributionCase, (one) => {
    const shareOf = (recent: readonly number[]) =>
      partsOf({ ...one, recent }).find(({ feature }) => feature === 0)!.share;
    const [first = 0, ...rest] = one.recent;
    assert.ok(shareOf([2 * first + 1, ...rest]) <= shareOf(one.recent) + 1e-12);
  }));
});

const PARAMETERS = {
  scales: [0.5, 2],
  meanSquares: [0.1, 0],
  halfLifeSteps: 3,
  dampingHalfLifeSteps: 40,
};

Deno.test("scoreSteps() is 0 on equality and never negative", () => {
  fc.assert(fc.property(score, (values) => {
    const distance = values.subarray(0, values.length & ~1);
    const scored = scoreSteps({ ...PARAMETERS, distance });
    assert.ok(scored.every((s) => s >= 0));
    const equal = scoreSteps({
      ...PARAMETERS,
      distance: distance.map(() => 0),
    });
    assert.ok(equal.every((s) => s === 0));
  }));
});

Deno.test("a scorer gives a series the same numbers whole, in chunks and step by step", () => {
  const steps = fc.array(
    fc.oneof(
      { weight: 9, arbitrary: fc.tuple(fc.float(), fc.float()) },
      { weight: 1, arbitrary: fc.constant([NaN, NaN] as const) },
    ),
    { minLength: 1, maxLength: 120 },
  );
  const cuts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 });
  fc.assert(fc.property(steps, cuts, (rows, sizes) => {
    const distance = Float32Array.from(rows.flat());
    const whole = scoreSteps({ ...PARAMETERS, distance });
    const next = makeStepScorer(PARAMETERS);
    const chunks: number[] = [];
    let t = 0;
    for (let i = 0; t < rows.length; i++) {
      const end = Math.min(rows.length, t + sizes[i % sizes.length]!);
      const chunk = distance.subarray(2 * t, 2 * end);
      for (let at = 0; at < end - t; at++) chunks.push(next(chunk, at));
      t = end;
    }
    assert.deepEqual(Float32Array.from(chunks), whole);
  }));
});

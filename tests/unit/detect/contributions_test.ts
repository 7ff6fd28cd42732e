import assert from "node:assert/strict";
import {
  type ContributionInput,
  type ContributionOptions,
  contributions,
} from "@lib/detect/contributions.ts";
import type { StepRange } from "@lib/frame/metric_table.ts";

/** Usual distances of ½ and 1, so that deviations are distances over 1 and 2. */
const usual = [0.5, 1].map((usualDistance) => ({
  usualDistance,
  usual: { low: 0, high: 1, width: 1 },
}));

function parts(
  distance: readonly number[],
  { incident, thresholds = [1, 2], values, ...options }: ContributionOptions & {
    readonly incident: StepRange;
    readonly thresholds?: readonly number[];
    readonly values?: readonly number[];
  },
) {
  const input: ContributionInput = {
    table: {
      values: Float32Array.from(values ?? distance.map(() => 0.5)),
      imputed: new Uint8Array(distance.length),
      intervalMs: 60_000,
    },
    distance: Float32Array.from(distance),
    thresholds,
    usual: usual.slice(0, thresholds.length),
  };
  return contributions(input, incident, options);
}

const three = { start: 0, end: 3 };

// Two features over three steps; thresholds 1 and 2.
const distance = [0.5, 0, 3, -2, 1.5, -8];

Deno.test("contributions() ranks by the largest distance over what is usual", () => {
  const ranked = parts(distance, { incident: three });
  // feature 0: 3 / 1, feature 1: 8 / 2
  assert.deepEqual(ranked.map(({ feature }) => feature), [1, 0]);
  assert.ok(Math.abs(ranked[0]!.share - 4 / 7) < 1e-12);
  const sum = ranked.reduce((sum, { share }) => sum + share, 0);
  assert.ok(Math.abs(sum - 1) < 1e-12);
});

Deno.test("contributions() counts what leaves the usual range, expected or not", () => {
  // Feature 0 as expected, but 2 widths over its usual range: 4 half widths.
  const [first, second] = parts([0, 6], {
    incident: { start: 0, end: 1 },
    values: [3, 0.5],
  });
  assert.deepEqual([first!.feature, second!.feature], [0, 1]);
  assert.ok(Math.abs(first!.share - 4 / 7) < 1e-12);
});

Deno.test("contributions() holds a deviation against what it had been before", () => {
  const ranked = parts(distance, { incident: three, recent: [0, 15] });
  // feature 0: 3 / √1, feature 1: 4 / √16
  assert.deepEqual(ranked.map(({ feature }) => feature), [0, 1]);
  assert.ok(Math.abs(ranked[0]!.share - 3 / 4) < 1e-12);
});

Deno.test("contributions() looks at the most unusual fiftieth of a long incident", () => {
  // Of 100 steps, feature 0 is at 9 in one, feature 1 at 12 (deviation 6) in three.
  const long = Array.from({ length: 200 }, (_, i) => {
    const [t, f] = [Math.floor(i / 2), i % 2];
    return f === 0 ? (t === 50 ? 9 : 0) : t >= 20 && t < 23 ? 12 : 0;
  });
  const ranked = parts(long, { incident: { start: 0, end: 100 } });
  // (9 + 0) / 2 and (6 + 6) / 2
  assert.deepEqual(ranked.map(({ feature }) => feature), [1, 0]);
  assert.ok(Math.abs(ranked[0]!.share - 6 / 10.5) < 1e-12);
});

Deno.test("contributions() passes over steps that were not scored", () => {
  const [first] = parts([NaN, NaN, 1, 4, NaN, NaN], { incident: three });
  assert.equal(first!.feature, 1);
  assert.ok(Math.abs(first!.share - 2 / 3) < 1e-12);
});

Deno.test("contributions() tells direction, worst step and onset", () => {
  assert.deepEqual(
    parts(distance, { incident: three }).map((
      { direction, worstStep, onsetStep },
    ) => [direction, worstStep, onsetStep]),
    [["low", 2, 2], ["high", 1, 1]],
  );
});

Deno.test("contributions() calls no feature a cause that stays inside its band", () => {
  const [first] = parts(distance, { incident: three, thresholds: [10, 20] });
  assert.equal(first!.isCause, false);
  assert.equal(first!.onsetStep, null);
});

Deno.test("contributions() keeps a cause's place by its share", () => {
  const ranked = parts(distance, { incident: three, thresholds: [1, 20] });
  assert.deepEqual(
    ranked.map(({ feature, isCause }) => [feature, isCause]),
    [[1, false], [0, true]],
  );
});

Deno.test("contributions() shares evenly where nothing deviates", () => {
  const even = parts([0, 0, 0, 0], { incident: { start: 0, end: 2 } });
  assert.deepEqual(even.map(({ share }) => share), [0.5, 0.5]);
});

Deno.test("contributions() names the worst step however far it is", () => {
  const [part] = parts([20, 400, 30], { incident: three, thresholds: [1] });
  assert.equal(part!.worstStep, 1);
});

Deno.test("contributions() finds an onset before the incident, and none that began before onsetFrom", () => {
  const onset = (onsetFrom: number) =>
    parts([2, 0, 2, 2, 2], {
      ...{ incident: { start: 4, end: 5 }, thresholds: [1], onsetFrom },
    })[0]!.onsetStep;
  assert.equal(onset(0), 2);
  assert.equal(onset(2), 2);
  assert.equal(onset(3), 4);
});

import assert from "node:assert/strict";
import { contributions } from "@lib/detect/contributions.ts";

// Two features over three steps; thresholds 1 and 2.
const distance = Float32Array.of(0.5, 0, 3, -2, 1.5, -8);
const parts = contributions({ distance, thresholds: [1, 2] }, {
  start: 0,
  end: 3,
});

Deno.test("contributions() ranks by the largest distance over threshold", () => {
  // feature 0: 3 / 1, feature 1: 8 / 2
  assert.deepEqual(parts.map(({ feature }) => feature), [1, 0]);
  assert.ok(Math.abs(parts[0]!.share - 4 / 7) < 1e-12);
  assert.ok(
    Math.abs(parts.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-12,
  );
});

Deno.test("contributions() tells direction, worst step and onset", () => {
  assert.deepEqual(
    parts.map((
      { direction, worstStep, onsetStep },
    ) => [direction, worstStep, onsetStep]),
    [["low", 2, 2], ["high", 1, 1]],
  );
});

Deno.test("contributions() calls no feature a cause that stays inside its band", () => {
  const [first] = contributions({ distance, thresholds: [10, 20] }, {
    start: 0,
    end: 3,
  });
  assert.equal(first!.isCause, false);
  assert.equal(first!.onsetStep, null);
});

Deno.test("contributions() shares evenly where nothing deviates", () => {
  const even = contributions(
    { distance: new Float32Array(4), thresholds: [1, 1] },
    { start: 0, end: 2 },
  );
  assert.deepEqual(even.map(({ share }) => share), [0.5, 0.5]);
});

Deno.test("contributions() names the worst step however far it is", () => {
  const [part] = contributions(
    { distance: Float32Array.of(20, 400, 30), thresholds: [1] },
    { start: 0, end: 3 },
  );
  assert.equal(part!.worstStep, 1);
});

Deno.test("contributions() finds an onset before the incident, and none that began before onsetFrom", () => {
  const input = { distance: Float32Array.of(2, 0, 2, 2, 2), thresholds: [1] };
  const incident = { start: 4, end: 5 };
  const onset = (onsetFrom: number) =>
    contributions(input, incident, { onsetFrom })[0]!.onsetStep;
  assert.equal(onset(0), 2);
  assert.equal(onset(2), 2);
  assert.equal(onset(3), 4);
});

import assert from "node:assert/strict";
import { deviationOf, fitUsualDistances } from "@lib/detect/deviation.ts";
import type { OffsetAt } from "@lib/detect/levels/offsets_in_force.ts";

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);

/** Values and distances of one feature, step by step. */
function deviations(
  steps: readonly (readonly [value: number, distance: number])[],
  imputed: readonly number[] = [],
  offsetAt: OffsetAt = () => 0,
): number[] {
  const input = {
    table: {
      values: Float32Array.from(steps, ([value]) => value),
      imputed: Uint8Array.from(steps, (_, t) => imputed[t] ?? 0),
      intervalMs: 60_000,
    },
    distance: Float32Array.from(steps, ([, distance]) => distance),
    usual: [{ usualDistance: 0.25, usual: { low: 2, high: 4, width: 2 } }],
    offsetAt,
  };
  const deviationAt = deviationOf(input);
  return steps.map((_, t) => deviationAt(t, 0));
}

Deno.test("deviationOf() measures distances by twice the usual one", () => {
  const [above, below] = deviations([[3, 1.5], [3, -1.5]]);
  near(above!, 3);
  near(below!, 3);
});

Deno.test("deviationOf() measures excesses in half widths of the usual range", () => {
  const [above, below] = deviations([[8, 0], [0, 0]]);
  near(above!, 4);
  near(below!, 2);
});

Deno.test("deviationOf() takes the root of the sum of both squares", () => {
  near(deviations([[8, 1.5]])[0]!, 5);
});

Deno.test("deviationOf() takes nothing filled in as evidence", () => {
  assert.deepEqual(deviations([[8, 0]], [1]), [0]);
});

Deno.test("deviationOf() tells nothing of a step without a score", () => {
  assert.deepEqual(deviations([[8, NaN]]), [NaN]);
});

Deno.test("fitUsualDistances() is the root mean square of each feature, with a floor", () => {
  const distance = Float32Array.of(3, 0, NaN, NaN, -4, 0.001, 0, 0);
  const [one, other] = fitUsualDistances(distance, [1, 1]);
  near(one!, Math.sqrt(25 / 3));
  assert.equal(other, 0.005);
});

Deno.test("fitUsualDistances() gives what has no score its floor", () => {
  assert.deepEqual([...fitUsualDistances(Float32Array.of(NaN), [1])], [0.005]);
});

Deno.test("fitUsualDistances() has a floor that grows with how far a feature was seen", () => {
  const distance = Float32Array.of(0.02, 0.02, 0.02, 0.02);
  const [quiet, other] = fitUsualDistances(distance, [6, 1]);
  assert.equal(quiet, 0.03);
  near(other!, 0.02);
});

Deno.test("deviationOf() takes a value at its new level for usual", () => {
  const steps = [[103, 0], [103, 0], [109, 0]] as const;
  near(deviations(steps)[1]!, 99);
  // Moved by 100 from step 1 on.
  const moved = deviations(steps, [], (t) => t === 0 ? 0 : 100);
  near(moved[0]!, 99);
  near(moved[1]!, 0);
  near(moved[2]!, 5);
});

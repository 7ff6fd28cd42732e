import assert from "node:assert/strict";
import { everyStepOutside, outsideSteps } from "@lib/chart/outside_steps.ts";
import { fc } from "../../support/fast_check.ts";

const errors = Float32Array.of(0.2, 1, 3, 0.9, NaN, 1.5, 0, 2);

Deno.test("outsideSteps() counts a step at its threshold as outside", () => {
  const range = { start: 0, end: 8 };
  assert.deepEqual(outsideSteps(errors, { range, buckets: 8 }), [1, 2, 5, 7]);
});

Deno.test("outsideSteps() keeps each step of a short range, close as they are", () => {
  const range = { start: 0, end: 8 };
  assert.deepEqual(outsideSteps(errors, { range, buckets: 1 }), [1, 2, 5, 7]);
});

Deno.test("outsideSteps() looks at its range only", () => {
  const range = { start: 3, end: 7 };
  assert.deepEqual(outsideSteps(errors, { range, buckets: 4 }), [5]);
});

Deno.test("outsideSteps() of a long range keeps of a row its first step and its worst", () => {
  const long = new Float32Array(1000);
  long.set([1, 2, 5, 2, 1], 101);
  long.set([3, 2], 600);
  const range = { start: 0, end: 1000 };
  assert.deepEqual(
    outsideSteps(long, { range, buckets: 100 }),
    [101, 103, 600],
  );
});

Deno.test("outsideSteps() never loses the beginning of a stretch after a quiet time, nor the worst", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(90), fc.integer({ min: 1, max: 40 })), {
        minLength: 1,
        maxLength: 30,
      }),
      fc.integer({ min: 5, max: 60 }),
      (stretches, buckets) => {
        const all = stretches.flatMap(([quiet, high], s) => [
          ...Array<number>(quiet).fill(0),
          ...Array.from({ length: high }, (_, i) => 1 + ((i * 7 + s) % 11)),
        ]);
        const long = Float32Array.from([...all, ...Array(241).fill(0)]);
        const range = { start: 0, end: long.length };
        const outside = everyStepOutside(long, range);
        const kept = outsideSteps(long, { range, buckets });
        const width = long.length / buckets;
        outside.forEach((t, i) => {
          const before = outside[i - 1] ?? -Infinity;
          if (t - before > width) assert.ok(kept.includes(t), `${t}`);
        });
        const height = (steps: number[]) =>
          Math.max(...steps.map((t) => long[t]!));
        assert.equal(height(kept), height(outside));
        assert.ok(kept.every((t) => outside.includes(t)));
        assert.ok(kept.length <= 2 * buckets + 1);
      },
    ),
    { numRuns: 60 },
  );
});

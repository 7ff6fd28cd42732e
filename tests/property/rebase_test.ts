import assert from "node:assert/strict";
import { fc } from "../support/fast_check.ts";
import { levelSeries, rebased, SETTLE } from "../support/level_series.ts";

const STEPS = 900;
const FEATURES = 4;

/** Levels that come and go, at any step, of any feature. */
const shifts = fc.array(
  fc.record({
    feature: fc.integer({ min: 0, max: FEATURES - 1 }),
    start: fc.integer({ min: 0, max: STEPS }),
    length: fc.integer({ min: 100, max: STEPS }),
    by: fc.constantFrom(-0.9, -0.5, 0.15, 0.4, 0.8),
  }),
  { minLength: 1, maxLength: 4 },
);
const gap = fc.record({
  start: fc.integer({ min: 0, max: STEPS }),
  length: fc.integer({ min: 0, max: SETTLE }),
});

Deno.test("later data never changes an earlier distance or change, wherever time is cut", async () => {
  let withChanges = 0;
  await fc.assert(fc.asyncProperty(
    shifts,
    gap,
    fc.integer({ min: 1, max: STEPS }),
    async (list, { start, length }, cut) => {
      const distance = levelSeries({
        steps: STEPS,
        features: FEATURES,
        add: (t, f) =>
          list.filter((one) =>
            one.feature === f && t >= one.start && t < one.start + one.length
          ).reduce((sum, { by }) => sum + by, 0),
      });
      distance.fill(NaN, start * FEATURES, (start + length) * FEATURES);
      const before = distance.slice();
      const whole = await rebased(distance);
      const part = await rebased(distance.slice(0, cut * FEATURES));
      assert.deepEqual(distance, before, "the input is left as it was");
      assert.deepEqual(part.distance, whole.distance.slice(0, cut * FEATURES));
      // A change is known with the step before the first that it applies to.
      assert.deepEqual(
        part.changes,
        whole.changes.filter(({ at }) => at <= cut),
      );
      if (part.changes.length > 0) withChanges++;
    },
  ));
  assert.ok(withChanges > 10, "it was about something");
});

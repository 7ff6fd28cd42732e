import assert from "node:assert/strict";
import {
  judgedStretch,
  MOST_STEPS,
} from "@lib/detect/counterfactual/judged_stretch.ts";

const how = { window: 10, halfLifeSteps: 2, changed: [] };

Deno.test("judgedStretch() takes all of a short incident, with windows and smoothing before it", () => {
  assert.deepEqual(
    judgedStretch({ start: 500, end: 520 }, { ...how, peak: 510 }),
    // the windows of step 500 begin at 491, those of step 491 at 482; 64 steps of smoothing
    {
      ...{ judged: { start: 500, end: 520 }, replacedFrom: 491, from: 418 },
      isCarried: true,
    },
  );
});

Deno.test("judgedStretch() takes the steps around the peak of a long one, and smooths anew", () => {
  const incident = { start: 500, end: 900 };
  const half = MOST_STEPS / 2;
  assert.deepEqual(judgedStretch(incident, { ...how, peak: 700 }), {
    judged: { start: 700 - half, end: 700 + half },
    replacedFrom: 700 - half - 9,
    from: 700 - half - 18,
    isCarried: false,
  });
  for (const peak of [500, 510, 890, 899]) {
    const { judged } = judgedStretch(incident, { ...how, peak });
    assert.equal(judged.end - judged.start, MOST_STEPS);
    assert.ok(judged.start >= 500 && judged.end <= 900);
    assert.ok(judged.start <= peak && peak < judged.end);
  }
});

Deno.test("judgedStretch() needs no step before the first", () => {
  const { replacedFrom, from } = judgedStretch(
    { start: 5, end: 8 },
    { ...how, peak: 6 },
  );
  assert.deepEqual([replacedFrom, from], [0, 0]);
});

Deno.test("judgedStretch() keeps to the steps that were judged at the levels of the peak", () => {
  const incident = { start: 500, end: 540 };
  const options = { ...how, changed: [480, 510, 510, 530, 560] };
  const judged = (peak: number) => {
    const stretch = judgedStretch(incident, { ...options, peak });
    return [stretch.judged.start, stretch.judged.end, stretch.isCarried];
  };
  assert.deepEqual(judged(509), [500, 510, true]);
  assert.deepEqual(judged(510), [510, 530, false]);
  assert.deepEqual(judged(535), [530, 540, false]);
});

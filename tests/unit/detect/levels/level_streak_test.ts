import assert from "node:assert/strict";
import { follow, noStreak } from "@lib/detect/levels/level_streak.ts";

/** The streak after some distances, one a step, with a normal distance of 1. */
function after(distances: readonly number[]) {
  const streak = noStreak();
  distances.forEach((distance, t) =>
    follow(streak, { t, distance, scale: 1, isAlarm: distance >= 3 })
  );
  return streak;
}

Deno.test("follow() begins with the first step outside", () => {
  assert.equal(after([0, 1, -1]).side, 0, "at the normal distance is inside");
  const { side, since, steps } = after([0, 0, -2, -2, -2]);
  assert.deepEqual({ side, since, steps }, { side: -1, since: 2, steps: 3 });
});

Deno.test("follow() goes on over five steps back inside, and ends at the sixth", () => {
  const { since, steps } = after([2, 2, 0, 0, 0, 0, 0, 2]);
  assert.deepEqual({ since, steps }, { since: 0, steps: 8 });
  assert.equal(after([2, 2, 0, 0, 0, 0, 0, 0]).side, 0);
});

Deno.test("follow() goes over to the other side, from its first step there on", () => {
  const { side, since, steps } = after([2, 2, 0, -2, -2, -2, -2, -2, -2]);
  assert.deepEqual({ side, since, steps }, { side: -1, since: 3, steps: 6 });
  const back = after([2, 2, -2, -2, 2, -2, -2, 2]);
  assert.deepEqual([back.side, back.since, back.steps], [1, 0, 8]);
});

Deno.test("follow() counts alarms since the streak began, also those before it was quiet", () => {
  const alarmsOf = (distances: number[]) => after(distances).alarms;
  assert.deepEqual(alarmsOf([3, 3, 2, 2, 2]), { steps: 2, last: 1 });
  assert.deepEqual(alarmsOf([2, 2, 2]), { steps: 0, last: null });
  const other = [-2, -2, 3, 3, 2, 2, 2, 2];
  assert.deepEqual(alarmsOf(other), { steps: 2, last: 3 }, "on the other side");
  assert.deepEqual(alarmsOf([3, 0, 0, 0, 0, 0, 0, 2]), {
    ...{ steps: 0, last: null },
  });
});

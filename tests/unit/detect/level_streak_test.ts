import assert from "node:assert/strict";
import { follow, noStreak } from "@lib/detect/level_streak.ts";

/** The streak after some distances, one a step, with a normal distance of 1. */
function after(distances: readonly number[]) {
  const streak = noStreak();
  distances.forEach((distance, t) => follow(streak, { t, distance, scale: 1 }));
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

Deno.test("follow() begins anew where a feature stays on the other side", () => {
  const { side, since } = after([2, 2, -2, -2, -2, -2, -2, -2, -2]);
  assert.deepEqual({ side, since }, { side: -1, since: 7 });
});

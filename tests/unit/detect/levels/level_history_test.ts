import assert from "node:assert/strict";
import {
  type LevelHistory,
  makeLevelHistory,
  type RecentOptions,
} from "@lib/detect/levels/level_history.ts";

/** A history of steps 0, 2, 4 and so on. */
function historyOf(size: number, count: number): LevelHistory {
  const history = makeLevelHistory(size);
  for (let n = 0; n < count; n++) {
    history.add({ t: 2 * n, distance: n, value: -n });
  }
  return history;
}
const times = (history: LevelHistory, options: RecentOptions) =>
  history.recent(options).map(({ t }) => t);

Deno.test("a history gives the last measured steps in order, or those before them", () => {
  const history = historyOf(100, 50);
  assert.deepEqual(times(history, { count: 3 }), [94, 96, 98]);
  assert.deepEqual(times(history, { count: 3, before: 5 }), [84, 86, 88]);
  assert.deepEqual(history.recent({ count: 1 }), [
    { t: 98, distance: 49, value: -49 },
  ]);
});

Deno.test("a history gives fewer where there are no more, and none before the first", () => {
  const history = historyOf(100, 3);
  assert.deepEqual(times(history, { count: 5 }), [0, 2, 4]);
  assert.deepEqual(times(history, { count: 5, before: 3 }), []);
});

Deno.test("a history forgets what is longer ago than its size", () => {
  const history = historyOf(10, 50);
  assert.deepEqual(times(history, { count: 5, before: 7 }), [80, 82, 84]);
  assert.deepEqual(times(history, { count: 5, before: 10 }), []);
});

Deno.test("a history thins a long time, but keeps its ends", () => {
  const steps = times(historyOf(1000, 1000), { count: 900 });
  assert.ok(steps.length <= 241);
  assert.equal(steps[0], 200);
  assert.equal(steps.at(-1), 1998);
});

Deno.test("a history finds a step that was measured and is not forgotten", () => {
  const history = historyOf(10, 50);
  assert.equal(history.find(84)?.t, 84);
  assert.equal(history.find(85), null, "not measured");
  assert.equal(history.find(70), null, "forgotten");
  assert.equal(history.find(200), null, "not yet");
});

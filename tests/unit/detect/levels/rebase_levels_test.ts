import assert from "node:assert/strict";
import { makeRebaser } from "@lib/detect/levels/rebase.ts";
import {
  alarmSteps,
  DAY,
  levelSeries,
  rebased,
  REBASING,
  SCALE,
  SETTLE,
} from "../../../support/level_series.ts";

const AT = 300;
const step = (feature: number, by: number) => (t: number, f: number) =>
  f === feature && t >= AT ? by : 0;

Deno.test("rebase() finds no change where only what is expected has moved", async () => {
  const distance = levelSeries({ steps: 1000, add: step(1, 0.5) });
  // The network expects less of it, since another feature is unlike itself.
  const expected = (t: number, f: number) => f === 1 && t >= AT ? 0 : 0.5;
  assert.ok(alarmSteps(distance).length > 600);
  assert.deepEqual((await rebased(distance, { expected })).changes, []);
});

Deno.test("rebase() finds a level beyond the learned range by its values, which no one expects there", async () => {
  // What is usual of it is half of the range, which the network cannot follow
  // beyond the range: it expects the range's upper end all the time.
  const saw = (t: number) => t % 40 / 80;
  const distance = levelSeries({
    steps: 1000,
    add: (t, f) => f === 0 && t >= AT ? 0.2 + saw(t) : 0,
  });
  const expected = (t: number, f: number) => f === 0 && t >= AT ? 1 : 0.5;
  const { changes } = await rebased(distance, { expected });
  const [change] = changes;
  assert.equal(change!.at, AT + SETTLE);
  assert.ok(Math.abs(change!.after - 1.45) < 0.05);
  assert.ok(Math.abs(change!.before - 0.5) < 0.05);
  assert.equal(change!.to, change!.after - 0.5, "to the middle of what it was");
});

Deno.test("rebase() makes distances anew only up to what may change again", async () => {
  const ranges: [number, number][] = [];
  const distance = levelSeries({ steps: 2000, add: step(0, 0.8) });
  const base = distance.slice();
  await makeRebaser(REBASING)({
    ...{ distance, scaledAt: (t, f) => base[t * 4 + f]! + 0.5 },
    imputed: new Uint8Array(8000),
    make: ({ start, end }, offsets) => {
      ranges.push([start, end]);
      for (let i = start * 4; i < end * 4; i++) {
        distance[i] = base[i]! - offsets[i % 4]!;
      }
    },
  });
  const at = AT + SETTLE;
  assert.deepEqual(ranges, [[0, 2 * DAY], [at, at + 2 * DAY], [
    at + 2 * DAY,
    2000,
  ]]);
});

Deno.test("rebase() takes a level back within the learned range as learned", async () => {
  const back = AT + SETTLE + DAY + 100;
  const saw = (t: number) => t % 40 / 80;
  const distance = levelSeries({
    steps: back + 400,
    add: (t, f) =>
      f !== 0 || t < AT ? 0 : t < back ? 0.7 + saw(t) : saw(t) - 0.4,
  });
  const { changes } = await rebased(distance);
  assert.equal(changes.length, 2);
  assert.ok(Math.abs(changes[1]!.after - 0.35) < 0.05);
  assert.equal(changes[1]!.to, 0);
});

Deno.test("rebase() tells the level before from what was measured before", async () => {
  const distance = levelSeries({ steps: 700, add: step(0, 0.8) });
  const [change] = (await rebased(distance, { expected: () => 0.9 })).changes;
  assert.ok(Math.abs(change!.before - 0.9) < SCALE / 5);
  assert.ok(Math.abs(change!.after - 1.7) < SCALE / 5);
  // Nothing was measured before: then what it was in training.
  const short = levelSeries({ steps: 400, add: (_, f) => f === 0 ? 0.8 : 0 });
  const [first] = (await rebased(short)).changes;
  assert.equal(first!.before, 0.5);
});

Deno.test("rebase() needs alarms in a tenth of the time only", async () => {
  const level = step(0, 1.6 * SCALE);
  const distance = levelSeries({
    steps: 600,
    add: (t, f) => f === 1 && t > AT && t % 60 < 8 ? 0.7 : level(t, f),
  });
  const share = alarmSteps(distance).length / (600 - AT);
  assert.ok(share > 0.1 && share < 0.5, `${share}`);
  const { changes } = await rebased(distance);
  assert.deepEqual(changes.map(({ feature, alarmed }) => [feature, alarmed]), [
    [0, true],
  ]);
});

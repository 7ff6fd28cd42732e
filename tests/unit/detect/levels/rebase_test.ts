import assert from "node:assert/strict";
import type { LevelChange } from "@lib/detect/levels/level_change.ts";
import {
  alarmSteps,
  DAY,
  levelSeries,
  rebased,
  SCALE,
  SETTLE,
} from "../../../support/level_series.ts";

const AT = 300;
const step = (feature: number, by: number) => (t: number, f: number) =>
  f === feature && t >= AT ? by : 0;

for (const [word, by] of [["up", 0.8], ["down", -0.5]] as const) {
  Deno.test(`rebase() takes a level that shifts ${word} as the new one once it has settled`, async () => {
    const distance = levelSeries({ steps: 1000, add: step(2, by) });
    assert.ok(alarmSteps(distance).length > 600, "alarms for ever without");
    const found = await rebased(distance);
    assert.equal(found.changes.length, 1);
    const [change] = found.changes;
    assert.equal(change!.feature, 2);
    assert.equal(change!.since, AT);
    assert.equal(change!.settled, AT);
    assert.equal(change!.at, AT + SETTLE);
    assert.equal(change!.from, 0);
    assert.ok(Math.abs(change!.to - by) < SCALE / 5);
    assert.ok(change!.alarmed);
    const alarms = alarmSteps(found.distance);
    assert.ok(alarms[0]! >= AT);
    assert.ok(alarms.at(-1)! < change!.at + 12, "only smoothing is left");
  });
}

Deno.test("rebase() takes two features that shift at once as two changes at one step", async () => {
  const distance = levelSeries({
    steps: 900,
    add: (t, f) => t < AT || f > 1 ? 0 : f === 0 ? 0.8 : -0.4,
  });
  const { changes, distance: level } = await rebased(distance);
  assert.deepEqual(changes.map(({ feature }) => feature), [0, 1]);
  assert.deepEqual(changes.map(({ at }) => at), [AT + SETTLE, AT + SETTLE]);
  assert.ok(alarmSteps(level).at(-1)! < AT + SETTLE + 12);
});

Deno.test("rebase() takes a ramp for no level until it has settled", async () => {
  const end = AT + 400;
  const distance = levelSeries({
    steps: 1200,
    add: (t, f) => f === 0 ? 3 * Math.min(1, Math.max(0, t - AT) / 400) : 0,
  });
  const { changes } = await rebased(distance);
  assert.ok(changes[0]!.at > end, "while it rises it has not settled");
  assert.ok(changes[0]!.at < end + 1.2 * SETTLE);
  assert.ok(Math.abs(changes[0]!.to - 3) < 2.5 * SCALE);
});

Deno.test("rebase() leaves an excursion shorter than the stated time alone", async () => {
  const distance = levelSeries({
    steps: 900,
    add: (t, f) => f === 1 && t >= AT && t < AT + SETTLE - 10 ? 0.9 : 0,
  });
  const found = await rebased(distance);
  assert.deepEqual(found.changes, []);
  assert.deepEqual(found.distance, distance);
});

Deno.test("rebase() takes the way back to the learned level as a change, too", async () => {
  const back = 1000; // more than a day after it moved
  const distance = levelSeries({
    steps: 1500,
    add: (t, f) => f === 0 && t >= AT && t < back ? 0.8 : 0,
  });
  const { changes, distance: level } = await rebased(distance);
  assert.equal(changes.length, 2);
  assert.equal(changes[1]!.since, back);
  assert.equal(changes[1]!.from, changes[0]!.to);
  assert.equal(changes[1]!.to, 0, "as learned, to the last digit");
  assert.deepEqual(
    [...level.subarray(1400 * 4)].map((one) => one.toFixed(4)),
    [...distance.subarray(1400 * 4)].map((one) => one.toFixed(4)),
  );
});

Deno.test("rebase() counts measured steps only, so that a gap does not make a level", async () => {
  const distance = levelSeries({ steps: 900, add: step(3, 0.8) });
  // The shift lies in the middle of a gap.
  distance.fill(NaN, (AT - 50) * 4, (AT + 50) * 4);
  const [change] = (await rebased(distance)).changes;
  assert.equal(change!.since, AT + 50);
  assert.equal(change!.at, AT + 50 + SETTLE);
  // A gap while it settles only delays it, and so does what was filled in.
  distance.fill(NaN, (AT + 60) * 4, (AT + 90) * 4);
  const imputed = new Uint8Array(distance.length);
  for (let t = AT + 100; t < AT + 110; t++) {
    distance[t * 4 + 3] = 0;
    imputed[t * 4 + 3] = 1;
  }
  const [later] = (await rebased(distance, { imputed })).changes;
  assert.equal(later!.at, AT + 50 + SETTLE + 30 + 10);
});

Deno.test("rebase() leaves a later incident on top of the new level to be found", async () => {
  const incident = 800;
  const distance = levelSeries({
    steps: 1000,
    add: (t, f) =>
      step(0, 0.8)(t, f) +
      (f < 2 && t >= incident && t < incident + 15 ? 0.6 : 0),
  });
  const found = await rebased(distance);
  assert.equal(found.changes.length, 1);
  const later = alarmSteps(found.distance).filter((t) => t > AT + SETTLE + 12);
  assert.equal(later[0], incident);
  assert.ok(later.at(-1)! < incident + 30);
});

Deno.test("rebase() finds an incident on the way to the new level without losing the level", async () => {
  const distance = levelSeries({
    steps: 900,
    add: (t, f) =>
      step(0, 0.8)(t, f) + (f === 0 && t >= AT + 40 && t < AT + 50 ? -0.8 : 0),
  });
  // ten steps back inside end the streak: the level counts from there
  const [change] = (await rebased(distance)).changes;
  assert.ok(Math.abs(change!.to - 0.8) < SCALE / 5);
  assert.equal(change!.since, AT + 50);
});

Deno.test("rebase() finds no change in noise or in a daily rhythm", async () => {
  const rhythm = levelSeries({
    steps: 3000,
    add: (t, f) => f === 0 ? 0.9 * SCALE * Math.sin(2 * Math.PI * t / DAY) : 0,
  });
  assert.deepEqual((await rebased(rhythm)).changes, []);
  // wider than what is normal, and never at rest: alarms, and no level
  const swing = levelSeries({
    steps: 3000,
    add: (t, f) => f === 0 ? 6 * SCALE * Math.sin(2 * Math.PI * t / DAY) : 0,
  });
  assert.ok(alarmSteps(swing).length > 500);
  // A level must stand a day, longer than any side of a rhythm.
  const settle = { settleSteps: DAY, daySteps: DAY };
  const { changes } = await rebased(swing, { rebasing: { settle } });
  assert.deepEqual(changes, []);
});

Deno.test("rebase() changes nothing that makes no alarm", async () => {
  // A little outside, of many features: no alarm by itself.
  const distance = levelSeries({ steps: 1000, add: step(0, 1.6 * SCALE) });
  assert.deepEqual(alarmSteps(distance), []);
  assert.deepEqual((await rebased(distance)).changes, []);
});

Deno.test("rebase() follows a level that has moved before also without alarms", async () => {
  const distance = levelSeries({
    steps: 1400,
    add: (t, f) => f !== 0 || t < AT ? 0 : t < 700 ? 0.8 : 0.8 + 1.6 * SCALE,
  });
  const { changes } = await rebased(distance);
  assert.deepEqual(changes.map(({ alarmed }) => alarmed), [true, false]);
});

Deno.test("rebase() counts no alarms from before a feature left its level", async () => {
  const series = levelSeries({
    steps: 1200,
    add: (t, f) =>
      f === 1 && t >= AT - 80 && t < AT - 20 ? 0.9 : step(0, 1.6 * SCALE)(t, f),
  });
  assert.ok(alarmSteps(series).length > 0.1 * SETTLE);
  assert.deepEqual((await rebased(series)).changes, []);
});

Deno.test("rebase() tells a shift under a daily rhythm by how far it is from the day before", async () => {
  const AT_DAY = 2 * DAY + 60;
  const rhythm = (t: number) => 0.4 * Math.sin(2 * Math.PI * t / DAY);
  const series = levelSeries({
    steps: AT_DAY + 4 * DAY,
    add: (t, f) => f === 0 ? rhythm(t) + (t >= AT_DAY ? 0.9 : 0) : 0,
  });
  const settle = { settleSteps: DAY, daySteps: DAY };
  const { changes } = await rebased(series, {
    expected: () => 0.5,
    rebasing: { settle },
  });
  assert.equal(changes.length, 1);
  const [{ to, before, after, at }] = changes as [LevelChange];
  assert.ok(Math.abs(to - 0.9) < 0.05, `${to}`);
  assert.ok(Math.abs(after - before - 0.9) < 0.05);
  assert.ok(at <= AT_DAY + 1.2 * DAY);
});

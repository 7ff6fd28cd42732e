import assert from "node:assert/strict";
import { rebase } from "@lib/detect/rebase.ts";
import {
  alarmSteps,
  DAY,
  levelSeries,
  rebased,
  SCALE,
  scoreOf,
  SETTLE,
} from "../../support/level_series.ts";

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
  const { changes } = await rebased(swing);
  assert.ok(changes.length <= 2, "taken for a level once, and taken back");
  assert.equal(changes.at(-1)?.to ?? 0, 0);
});

Deno.test("rebase() wants a whole day of a feature that did not stay before", async () => {
  const back = AT + SETTLE + 100;
  const distance = levelSeries({
    steps: 2400,
    add: (t, f) =>
      f !== 0 || t < AT || (t >= back && t < 1200) ? 0 : t < 1200 ? 0.8 : 0.9,
  });
  const { changes } = await rebased(distance);
  assert.deepEqual(changes.map(({ at }) => at), [
    AT + SETTLE,
    back + SETTLE,
    1200 + DAY,
  ]);
  // One that stays for a day first may come back as fast as it went.
  const slow = levelSeries({
    steps: 2400,
    add: (t, f) => f === 0 && t >= AT && (t < 1200 || t >= 1600) ? 0.8 : 0,
  });
  assert.equal((await rebased(slow)).changes[2]!.at, 1600 + SETTLE);
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
  const scales = [SCALE, SCALE, SCALE, SCALE];
  await rebase({
    ...{ distance, scaledAt: (t, f) => base[t * 4 + f]! + 0.5, scales },
    ...{ imputed: new Uint8Array(8000), medians: [0.5, 0.5, 0.5, 0.5] },
    settle: { settleSteps: SETTLE, daySteps: DAY },
  }, {
    score: () => scoreOf(distance),
    again: ({ start, end }, offsets) => {
      ranges.push([start, end]);
      for (let i = start * 4; i < end * 4; i++) {
        distance[i] = base[i]! - offsets[i % 4]!;
      }
    },
  });
  const at = AT + SETTLE;
  assert.deepEqual(ranges, [[at, at + 2 * DAY], [at + 2 * DAY, 2000]]);
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

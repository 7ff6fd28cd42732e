import assert from "node:assert/strict";
import { isoTime } from "@lib/frame/iso_time.ts";
import { replay, type ReplayInput } from "@lib/measure/replay.ts";

const MINUTE = 60_000;
const at = (minute: number) => isoTime(minute * MINUTE);

/** An incident with the minutes at which a cause left its band. */
function incident(
  id: string,
  [start, end]: readonly [number, number],
  onset: number | null,
): ReplayInput["incidents"][number] {
  return {
    ...{ id, kind: "anomaly", start: at(start), end: at(end) },
    contributions: [{
      isCause: true,
      onset: onset === null ? null : at(onset),
    }],
  };
}
const label = (start: number, end: number) => ({
  ...{ startMs: start * MINUTE, endMs: end * MINUTE },
  ...{ features: [], note: "" },
});

/**
 * Twenty minutes: a rise from minute 3 to a peak of 3 at 6, one to 1.5 at 12,
 * something at 0.8 at 16.
 */
const score = Float32Array.of(
  ...[0.1, 0.1, 0.1, 0.4, 0.7, 1.2, 3, 1.1, 0.2, 0.1],
  ...[0.1, 0.6, 1.5, 0.3, 0.1, 0.1, 0.8, 0.1, NaN, NaN],
);
const outage = { id: "o", kind: "outage", start: at(18), end: at(19) } as const;
const INPUT: ReplayInput = {
  ...{ score, startMs: 0, intervalMs: MINUTE, mergeGapSteps: 1, events: null },
  incidents: [
    incident("big", [5, 7], 3),
    incident("small", [12, 12], null),
    { ...outage, contributions: [] },
  ],
};
const minutes = (input: ReplayInput, threshold: number) => {
  const { incidents, events, falseAlarms } = replay(input, threshold);
  const late = (rows: typeof incidents | typeof events) =>
    rows?.map(({ delayMs }) => delayMs === null ? null : delayMs / MINUTE);
  return { incidents: late(incidents), events: late(events), falseAlarms };
};

Deno.test("replay() counts from the first deviation to the first alarm at a threshold", () => {
  const delays = [3.5, 3, 2, 1, 0.65, 0.5, 0.35]
    .map((threshold) => minutes(INPUT, threshold).incidents);
  assert.deepEqual(delays, [
    [null, null],
    [3, null],
    [3, null],
    [2, 0],
    [1, 0],
    [1, 0],
    [0, 0],
  ]);
});

Deno.test("replay() without labels counts alarms that touch no incident", () => {
  const counts = [2, 1, 0.8, 0.35].map((threshold) =>
    minutes(INPUT, threshold).falseAlarms
  );
  assert.deepEqual(counts, [0, 0, 1, 1]);
  assert.equal(replay(INPUT, 1).events, null);
});

Deno.test("replay() says how many false alarms came before an incident", () => {
  const labels = [label(12, 12)];
  const { incidents } = replay({ ...INPUT, events: labels }, 0.5);
  const before = incidents.map((
    { id, falseAlarmsBefore },
  ) => [id, falseAlarmsBefore]);
  assert.deepEqual(before, [["big", 0], ["small", 1]]);
});

Deno.test("replay() measures labelled events as an evaluation does, outages at any threshold", () => {
  const labels = [label(4, 6), label(11, 11), label(17, 19)];
  const at = (threshold: number) =>
    minutes({ ...INPUT, events: labels }, threshold);
  assert.deepEqual(at(2), {
    incidents: [3, null],
    events: [2, null, 1],
    falseAlarms: 0,
  });
  assert.deepEqual(at(0.6).events, [0, 0, 1]);
  // The interval of minute 12 begins just after 11: it does not touch that label.
  assert.deepEqual(at(1).events, [1, null, 1]);
  assert.equal(at(1).falseAlarms, 1);
});

Deno.test("replay() counts no alarm as false in excused time, which is no event", () => {
  const at = (excused: ReplayInput["excused"]) =>
    minutes({ ...INPUT, events: [label(4, 6)], excused: excused ?? [] }, 0.6);
  assert.equal(at([]).falseAlarms, 2);
  assert.deepEqual(at([label(12, 12)]), { ...at([]), falseAlarms: 1 });
});

Deno.test("replay() takes all alarms for false where labels name no event", () => {
  assert.equal(minutes({ ...INPUT, events: [] }, 1).falseAlarms, 2);
});

Deno.test("replay() counts an alarm that was on already as at once", () => {
  const labels = [label(6, 7)];
  assert.deepEqual(minutes({ ...INPUT, events: labels }, 0.4).events, [0]);
});

Deno.test("replay() of ten thousand alarms and incidents takes each time once", () => {
  const steps = 100_000;
  const score = Float32Array.from(
    { length: steps },
    (_, t) => Number(!(t % 10)),
  );
  let parsed = 0;
  const counted = (one: ReplayInput["incidents"][number]) => ({
    ...one,
    get start() {
      parsed++;
      return one.start;
    },
  });
  const incidents = Array.from(
    { length: 10_000 },
    (_, i) => counted(incident(`i${i}`, [10 * i + 5, 10 * i + 5], null)),
  );
  const replayed = replay({ ...INPUT, score, incidents }, 1);
  assert.equal(replayed.falseAlarms, 10_000);
  assert.deepEqual(
    replayed.incidents.map(({ falseAlarmsBefore }) => falseAlarmsBefore),
    incidents.map((_, i) => i + 1),
  );
  assert.ok(parsed <= 5 * incidents.length, `${parsed} times`);
});

Deno.test("replay() knows of an alarm that must last only once it has", () => {
  const events = [label(5, 7), label(12, 12), label(18, 19)];
  const of = (minSteps: number, threshold: number) =>
    minutes({ ...INPUT, events, minSteps }, threshold);
  assert.deepEqual(of(1, 1), {
    ...{ incidents: [2, 0], events: [0, 0, 0], falseAlarms: 0 },
  });
  // Two in a row, from minute 5: known at 6; the one at 12 stands alone.
  assert.deepEqual(of(2, 1), {
    ...{ incidents: [3, null], events: [1, null, 0], falseAlarms: 0 },
  });
  assert.deepEqual(of(4, 1).incidents, [null, null]);
  assert.deepEqual(of(4, 0.4).incidents, [3, null]);
});

Deno.test("replay() counts alarms while one level settled once, as incidents are", () => {
  const restless = Float32Array.from(score, (_, t) => t % 4 === 1 ? 2 : 0);
  const input = { ...INPUT, score: restless, incidents: [], events: [] };
  assert.equal(replay(input, 1).falseAlarms, 5);
  const settling = { start: 0, end: 18 };
  const moves = [{ settling, alarmed: true, partAt: () => 4 }];
  assert.equal(replay({ ...input, moves }, 1).falseAlarms, 1);
});

Deno.test("replay() tells an alarm that was on before from one at the very step", () => {
  const began = (start: number) =>
    replay({ ...INPUT, events: [label(start, 8)] }, 1).events?.[0];
  assert.equal(began(5)?.wasOn, undefined);
  assert.deepEqual([began(6)?.delayMs, began(6)?.wasOn], [0, true]);
  // from its first deviation at minute 3: the alarm of a low threshold is older
  const of = (threshold: number) => replay(INPUT, threshold).incidents[0];
  assert.deepEqual([of(0.4)?.delayMs, of(0.4)?.wasOn], [0, undefined]);
  assert.deepEqual([of(0.05)?.delayMs, of(0.05)?.wasOn], [0, true]);
});

Deno.test("replay() says how long all alarms lasted, from first to last steps", () => {
  const of = (threshold: number) => replay(INPUT, threshold).alarmMs / MINUTE;
  assert.deepEqual([4, 2, 1, 0.65].map(of), [0, 1, 4, 6]);
  const apart = { ...INPUT, mergeGapSteps: 4 };
  assert.equal(replay(apart, 1).alarmMs / MINUTE, 8);
});

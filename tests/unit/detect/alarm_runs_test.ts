import assert from "node:assert/strict";
import { alarmRuns } from "@lib/detect/alarm_runs.ts";

/** Runs as text: a digit above 0 alarms. */
const runs = (score: string, mergeGapSteps: number, minSteps?: number) =>
  alarmRuns(Float32Array.from(score, Number), {
    ...{ threshold: 1, mergeGapSteps },
    ...(minSteps === undefined ? {} : { minSteps }),
  }).map(({ start, end }) => `${start}-${end}`);

Deno.test("alarmRuns() wants as many alarms in a row as they must last", () => {
  assert.deepEqual(runs("0110111011110", 0, 3), ["4-7", "8-12"]);
  assert.deepEqual(runs("0110111011110", 0, 4), ["8-12"]);
  assert.deepEqual(runs("0110111011110", 0, 5), []);
  assert.deepEqual(runs("0110", 0), ["1-3"]);
});

Deno.test("alarmRuns() lets a known run go on with alarms however short, and none begin before", () => {
  // The 1 before is no incident and stays outside, the 1 after belongs to it.
  assert.deepEqual(runs("1011010", 1, 2), ["2-6"]);
  assert.deepEqual(runs("1011001", 1, 2), ["2-4"]);
});

Deno.test("alarmRuns() takes a step without a score for a pause", () => {
  const score = Float32Array.of(2, NaN, 2, 2);
  const options = { threshold: 1, mergeGapSteps: 0, minSteps: 2 };
  assert.deepEqual(alarmRuns(score, options), [{ start: 2, end: 4 }]);
});

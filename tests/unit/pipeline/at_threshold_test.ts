import assert from "node:assert/strict";
import { atThreshold } from "@lib/pipeline/at_threshold.ts";
import type { Evaluated } from "@lib/pipeline/evaluate.ts";
import { isoTime } from "@lib/frame/iso_time.ts";

const STEP = 60_000;
const time = (step: number) => isoTime(step * STEP);
const event = (start: number, end: number) => ({
  ...{ start: time(start), end: time(end), note: "", features: [] },
  ...{ incident: null, delaySeconds: null, topFeature: null },
});

/** 20 steps: a peak of 3, one of 1.5, one of 0.8, and an outage. */
function run(labels: readonly ReturnType<typeof event>[] | null): Evaluated {
  const score = new Float32Array(20).fill(0.1);
  score.set([3, 3], 2);
  score.set([1.5], 8);
  score.set([0.8], 12);
  score.set([NaN, NaN], 15);
  const outage = { id: "o", kind: "outage", start: time(15), end: time(16) };
  const evaluated = {
    scored: {
      ...{ score, incidents: [{ ...outage, contributions: [] }] },
      table: { startMs: 0, intervalMs: STEP, steps: 20 },
    },
    evaluation: { scoredSteps: 18, labels: labels && { perEvent: labels } },
    model: {
      detector: { intervalMs: STEP, mergeGapMs: STEP, minDurationMs: STEP },
    },
  };
  return evaluated as unknown as Evaluated; // the rest plays no part
}

Deno.test("atThreshold() counts what would be found at another threshold", () => {
  const found = [0.5, 1, 2, 4].map((times) => atThreshold(run(null), times));
  assert.deepEqual(found.map(({ incidents }) => incidents), [3, 2, 1, 0]);
  assert.deepEqual(
    found.map(({ alarmShare }) => Math.round(18 * alarmShare)),
    [4, 3, 2, 0],
  );
  assert.deepEqual(found.map(({ times }) => times), [0.5, 1, 2, 4]);
});

Deno.test("atThreshold() compares with labels, outages always found", () => {
  const labelled = run([event(2, 3), event(12, 12), event(15, 16)]);
  const found = [0.5, 1, 4].map((times) => atThreshold(labelled, times));
  assert.deepEqual(found.map(({ eventsFound }) => eventsFound), [3, 2, 1]);
  assert.deepEqual(found.map(({ falseAlarms }) => falseAlarms), [1, 1, 0]);
});

Deno.test("atThreshold() without labels compares with none", () => {
  const { eventsFound, falseAlarms } = atThreshold(run(null), 1);
  assert.deepEqual([eventsFound, falseAlarms], [null, null]);
});

Deno.test("atThreshold() counts alarms while one level settled once, as the run does", () => {
  const { scored, ...rest } = run([event(15, 16)]);
  const moved = {
    settling: { start: 1, end: 14 },
    alarmed: true,
    partAt: () => 4,
  };
  const moves = [moved] as unknown as Evaluated["scored"]["moves"];
  const one = atThreshold({ ...rest, scored: { ...scored, moves } }, 1);
  assert.deepEqual([one.incidents, one.falseAlarms], [1, 1]);
});

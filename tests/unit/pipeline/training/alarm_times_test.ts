import assert from "node:assert/strict";
import { alarmRule } from "@lib/pipeline/scoring/alarm_rule.ts";
import { alarmTimes } from "@lib/pipeline/training/alarm_times.ts";

const NONE = { halfLife: null, mergeGap: null, minDuration: null };

Deno.test("alarmTimes() by default is three steps of smoothing, one to last, and 15 to merge over, within limits", () => {
  const minutes = (interval: number) => {
    const { halfLifeMs, mergeGapMs, minDurationMs } = alarmTimes(
      NONE,
      interval * 60_000,
    );
    return [halfLifeMs, minDurationMs, mergeGapMs].map((ms) => ms / 60_000);
  };
  assert.deepEqual(minutes(1), [3, 1, 15]);
  assert.deepEqual(minutes(5), [15, 5, 30]); // half an hour at most
  assert.deepEqual(minutes(60), [180, 60, 300]); // but 5 steps
  assert.deepEqual(minutes(1 / 60), [3 / 60, 1 / 60, 1]); // and a minute
});

Deno.test("alarmRule() counts times in whole steps: pauses at most, durations at least", () => {
  const rule = (mergeGapMs: number, minDurationMs: number) =>
    alarmRule({ intervalMs: 60_000, mergeGapMs, minDurationMs });
  assert.deepEqual(rule(119_999, 60_001), { mergeGapSteps: 1, minSteps: 2 });
  assert.deepEqual(rule(120_000, 120_000), { mergeGapSteps: 2, minSteps: 2 });
  assert.deepEqual(rule(0, 0), { mergeGapSteps: 0, minSteps: 1 });
});

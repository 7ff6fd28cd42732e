import assert from "node:assert/strict";
import { fc } from "../support/fast_check.ts";
import { alarmRuns } from "@lib/detect/alarm_runs.ts";
import { DAY_MS } from "@lib/frame/day_ms.ts";
import { isoTime } from "@lib/frame/iso_time.ts";
import { againstLabels } from "@lib/measure/against_labels.ts";
import { markOf, MARKS } from "@lib/frame/labelled_span.ts";
import { replay, type ReplayInput } from "@lib/measure/replay.ts";
import { replayOf } from "@lib/pipeline/scoring/replay_of.ts";
import type { ScoredTable } from "@lib/pipeline/scoring/score_table.ts";

const STEP = 600_000;
const scores = fc.float32Array({
  ...{ minLength: 10, maxLength: 150, min: 0, max: 4, noNaN: true },
});
const mark = fc.constantFrom(...MARKS);
const spans = fc.array(
  fc.tuple(fc.nat(150), fc.nat(10), mark).map(([start, length, mark]) => ({
    mark,
    ...{ startMs: start * STEP, endMs: (start + length) * STEP + 1 },
    ...{ features: [], note: "" },
  })),
  { maxLength: 4 },
);

/** Scored time whose incidents are its alarms at 1, some of which began before. */
function scoredTime(
  score: Float32Array,
  { gap, lead }: { readonly gap: number; readonly lead: number },
): Omit<ReplayInput, "events"> {
  const runs = alarmRuns(score, { threshold: 1, mergeGapSteps: gap });
  return {
    ...{ score, startMs: 0, intervalMs: STEP, mergeGapSteps: gap },
    incidents: runs.map(({ start, end }, i) => ({
      ...{ id: `i${i}`, kind: "anomaly" },
      ...{ start: isoTime(start * STEP), end: isoTime((end - 1) * STEP) },
      contributions: [{
        isCause: true,
        onset: isoTime(Math.max(0, runs[i - 1]?.end ?? 0, start - lead) * STEP),
      }],
    })),
  };
}

const lateOf = (delayMs: number | null) => delayMs ?? Infinity;

Deno.test("a larger alarm budget is never later and never misses what a smaller one catches", () => {
  const threshold = fc.double({ min: 0.01, max: 4, noNaN: true });
  fc.assert(
    fc.property(
      ...[scores, spans, fc.nat(4), fc.nat(4), threshold, threshold] as const,
      (score, labels, gap, lead, one, other) => {
        const input = { ...scoredTime(score, { gap, lead }), events: labels };
        const strict = replay(input, Math.max(one, other));
        const loose = replay(input, Math.min(one, other));
        strict.incidents.forEach(({ delayMs }, i) =>
          assert.ok(lateOf(loose.incidents[i]!.delayMs) <= lateOf(delayMs))
        );
        strict.events?.forEach(({ delayMs }, i) =>
          assert.ok(lateOf(loose.events![i]!.delayMs) <= lateOf(delayMs))
        );
      },
    ),
  );
});

Deno.test("at the run's own threshold a replay says what the evaluation does", () => {
  fc.assert(fc.property(scores, spans, fc.nat(4), (score, labels, gap) => {
    const time = scoredTime(score, { gap, lead: 0 });
    const quality = againstLabels({
      ...{ labels, startMs: 0, intervalMs: STEP, days: 1 },
      incidents: time.incidents.map(({ id, kind, start, end }) => (
        { id, kind, start, end, contributions: [] }
      )),
      endMs: (score.length - 1) * STEP,
    });
    const spans = quality.perEvent.map(({ start, end }) => (
      { startMs: Date.parse(start), endMs: Date.parse(end) }
    ));
    const { events, incidents, falseAlarms } = replay(
      {
        ...{ ...time, events: spans },
        excused: labels.filter((label) => markOf(label) === "maintenance"),
      },
      1,
    );
    assert.deepEqual(
      events?.map(({ delayMs }) => delayMs === null ? null : delayMs / 1000),
      quality.perEvent.map(({ delaySeconds }) => delaySeconds),
    );
    assert.equal(falseAlarms, quality.falseAlarms);
    assert.ok(incidents.every(({ delayMs }) => delayMs === 0));
    assert.equal(replay({ ...time, events: null }, 1).falseAlarms, 0);
  }));
});

Deno.test("the budgets of a replay rise, its thresholds fall, its own is among them", () => {
  const perDay = fc.constantFrom(1 / 7, 0.5, 1, 4, 30);
  fc.assert(fc.property(scores, scores, perDay, (normal, score, perDay) => {
    const { intervalMs, mergeGapSteps, incidents } = scoredTime(score, {
      ...{ gap: 1, lead: 1 },
    });
    const rowsOf = (score: Float32Array, value: number) => {
      const scored = {
        ...{ score, incidents, threshold: { value } },
        table: { startMs: 0, intervalMs },
      } as unknown as ScoredTable; // the rest plays no part
      return replayOf(scored, {
        detector: {
          ...{ calibrationScore: [...normal], intervalMs },
          ...{ mergeGapMs: mergeGapSteps * intervalMs, minDurationMs: 0 },
        },
        budget: { text: "mine", perDay },
        events: null,
        excused: [],
        days: score.length * STEP / DAY_MS,
      });
    };
    const rows = rowsOf(score, 1);
    // Scores are in multiples of the run's threshold.
    assert.deepEqual(rowsOf(score.map((s) => s / 2), 2), rows);
    assert.deepEqual(
      rows.map((row) => row.perDay),
      [...new Set([1 / 7, 1, 4, 24, perDay])].sort((a, b) => a - b),
    );
    const own = rows.filter(({ isRun }) => isRun);
    assert.deepEqual(own.map(({ budget }) => budget), ["mine"]);
    rows.slice(1).forEach((row, i) => {
      const rarer = rows[i]!;
      assert.ok(row.threshold <= rarer.threshold);
      assert.ok(!row.extrapolated || rarer.extrapolated);
      row.incidents.forEach(({ delayMs }, k) =>
        assert.ok(lateOf(delayMs) <= lateOf(rarer.incidents[k]!.delayMs))
      );
    });
  }));
});

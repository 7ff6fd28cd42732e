import assert from "node:assert/strict";
import { incidentRuns } from "@lib/detect/incident_runs.ts";
import { isoTime } from "@lib/frame/iso_time.ts";
import { replayOf } from "@lib/pipeline/scoring/replay_of.ts";
import type { ScoredTable } from "@lib/pipeline/scoring/score_table.ts";

Deno.test("replayOf() counts no false alarm a day where all scored time is maintenance", () => {
  const intervalMs = 60_000;
  const rows = replayOf({
    score: Float32Array.of(0, 2, 2, 0),
    ...{ incidents: [], threshold: { value: 1 } },
    table: { startMs: 0, intervalMs },
  } as unknown as ScoredTable, { // the rest plays no part
    detector: {
      ...{ calibrationScore: [0.1, 0.2, 0.3], intervalMs },
      ...{ mergeGapMs: intervalMs, minDurationMs: 0 },
    },
    budget: { text: "1/day", perDay: 1 },
    events: [],
    excused: [{ startMs: -60_000, endMs: 1e9, features: [], note: "" }],
    days: 0,
  });
  assert.deepEqual(
    rows.map(({ falseAlarms, falseAlarmsPerDay }) => [
      falseAlarms,
      falseAlarmsPerDay,
    ]),
    [[0, 0], [0, 0], [0, 0], [0, 0]],
  );
});

Deno.test("replayOf() counts at the run's own budget the false alarms that the run has", () => {
  const intervalMs = 60_000;
  const at = (step: number) => isoTime(step * intervalMs);
  // Five alarms while one level settled are one incident, which no label touches.
  const score = Float32Array.from(
    { length: 40 },
    (_, t) => t % 6 === 1 ? 2 : 0,
  );
  const settling = { start: 0, end: 30 };
  const moves = [{ settling, alarmed: true, partAt: () => 4 }];
  const options = { threshold: 1, mergeGapSteps: 1, moves };
  const incidents = incidentRuns(score, options).map(({ start, end }, i) => ({
    ...{ id: `${i}`, kind: "anomaly", contributions: [] },
    ...{ start: at(start), end: at(end - 1) },
  }));
  const rows = replayOf({
    ...{ score, incidents, moves, threshold: { value: 1 } },
    table: { startMs: 0, intervalMs },
  } as unknown as ScoredTable, { // the rest plays no part
    detector: {
      ...{ calibrationScore: Array<number>(1440).fill(0.1).concat([1]) },
      ...{ intervalMs, mergeGapMs: intervalMs, minDurationMs: 0 },
    },
    ...{ budget: { text: "1/day", perDay: 1 }, events: [], excused: [] },
    days: 1,
  });
  const own = rows.find(({ isRun }) => isRun)!;
  assert.equal(own.falseAlarms, incidents.length);
  assert.equal(own.falseAlarms, 3);
});

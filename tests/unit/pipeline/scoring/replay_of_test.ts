import assert from "node:assert/strict";
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

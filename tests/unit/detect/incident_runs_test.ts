import assert from "node:assert/strict";
import { incidentRuns } from "@lib/detect/incident_runs.ts";

const score = Float32Array.of(0, 2, 0, 2, 0, 3, 0, 2, NaN);
const options = { threshold: 1, mergeGapSteps: 0 };
const settling = { start: 2, end: 6 };

Deno.test("incidentRuns() joins alarms while a level settled that alarmed", () => {
  assert.deepEqual(
    incidentRuns(score, { ...options, moves: [{ settling, alarmed: true }] }),
    [{ start: 1, end: 2 }, { start: 3, end: 6 }, { start: 7, end: 8 }],
  );
});

Deno.test("incidentRuns() joins nothing over a level that moved in silence, or none", () => {
  const apart = [1, 3, 5, 7].map((start) => ({ start, end: start + 1 }));
  assert.deepEqual(incidentRuns(score, options), apart);
  const moves = [{ settling, alarmed: false }];
  assert.deepEqual(incidentRuns(score, { ...options, moves }), apart);
});

Deno.test("incidentRuns() makes no run where nothing reaches the threshold while a level settled", () => {
  const moves = [{ settling, alarmed: true }];
  assert.deepEqual(
    incidentRuns(score, { ...options, threshold: 3, moves }),
    [{ start: 5, end: 6 }],
  );
  assert.deepEqual(
    incidentRuns(score, { ...options, threshold: 4, moves }),
    [],
  );
});

import assert from "node:assert/strict";
import { incidentRuns } from "@lib/detect/incident_runs.ts";

const score = Float32Array.of(0, 2, 0, 2, 0, 3, 0, 2, NaN);
const options = { threshold: 1, mergeGapSteps: 0 };
const settling = { start: 2, end: 6 };
const move = { settling, alarmed: true, partAt: () => 9 };

Deno.test("incidentRuns() joins alarms while a level settled that alarmed", () => {
  assert.deepEqual(
    incidentRuns(score, { ...options, moves: [move] }),
    [{ start: 1, end: 2 }, { start: 3, end: 6 }, { start: 7, end: 8 }],
  );
});

Deno.test("incidentRuns() joins nothing over a level that moved in silence, or none", () => {
  const apart = [1, 3, 5, 7].map((start) => ({ start, end: start + 1 }));
  assert.deepEqual(incidentRuns(score, options), apart);
  const moves = [{ ...move, alarmed: false }];
  assert.deepEqual(incidentRuns(score, { ...options, moves }), apart);
});

Deno.test("incidentRuns() makes no run where nothing reaches the threshold while a level settled", () => {
  const moves = [move];
  assert.deepEqual(
    incidentRuns(score, { ...options, threshold: 3, moves }),
    [{ start: 5, end: 6 }],
  );
  assert.deepEqual(
    incidentRuns(score, { ...options, threshold: 4, moves }),
    [],
  );
});

Deno.test("incidentRuns() joins nothing to an alarm that is not about what moved", () => {
  const long = { start: 0, end: 9 };
  const joined = (partAt: (step: number) => number) =>
    incidentRuns(score, {
      ...options,
      moves: [{ settling: long, alarmed: true, partAt }],
    }).map(({ start, end }) => [start, end]);
  assert.deepEqual(joined(() => 9), [[1, 8]]);
  assert.deepEqual(joined((t) => t === 5 ? 0 : 1), [[1, 4], [5, 6], [7, 8]]);
  // A quarter of the squared score is enough, and several levels share it.
  assert.deepEqual(joined((t) => score[t]! ** 2 / 4), [[1, 8]]);
  const eighth = {
    settling: long,
    alarmed: true,
    partAt: (t: number) => score[t]! ** 2 / 8,
  };
  const runs = (moves: (typeof eighth)[]) =>
    incidentRuns(score, { ...options, moves }).length;
  assert.deepEqual([runs([eighth]), runs([eighth, eighth])], [4, 1]);
});

import assert from "node:assert/strict";
import { joinRuns, overlap } from "@lib/detect/levels/join_runs.ts";

const runs = [
  { start: 0, end: 2 },
  { start: 4, end: 5 },
  { start: 8, end: 9 },
];

Deno.test("joinRuns() leaves runs alone that no span touches twice", () => {
  assert.deepEqual(joinRuns(runs, []), runs);
  assert.deepEqual(joinRuns(runs, [{ start: 2, end: 4 }]), runs);
  assert.deepEqual(joinRuns(runs, [{ start: 4, end: 8 }]), runs);
});

Deno.test("joinRuns() joins over spans in any order, and over chains of them", () => {
  assert.deepEqual(
    joinRuns(runs, [{ start: 4, end: 9 }, { start: 1, end: 5 }]),
    [{ start: 0, end: 9 }],
  );
});

Deno.test("overlap() takes ranges that only touch as apart", () => {
  assert.ok(!overlap({ start: 0, end: 2 }, { start: 2, end: 3 }));
  assert.ok(overlap({ start: 0, end: 3 }, { start: 2, end: 3 }));
});

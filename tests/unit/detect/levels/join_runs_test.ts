import assert from "node:assert/strict";
import { joinRuns, overlap } from "@lib/detect/levels/join_runs.ts";
import type { StepRange } from "@lib/frame/metric_table.ts";

const runs = [
  { start: 0, end: 2 },
  { start: 4, end: 5 },
  { start: 8, end: 9 },
];
const joined = (spans: StepRange[]) =>
  joinRuns(runs, { spans, belongs: () => true });

Deno.test("joinRuns() leaves runs alone that no span touches twice", () => {
  assert.deepEqual(joined([]), runs);
  assert.deepEqual(joined([{ start: 2, end: 4 }]), runs);
  assert.deepEqual(joined([{ start: 4, end: 8 }]), runs);
});

Deno.test("joinRuns() joins over spans in any order, and over chains of them", () => {
  assert.deepEqual(
    joined([{ start: 4, end: 9 }, { start: 1, end: 5 }]),
    [{ start: 0, end: 9 }],
  );
});

Deno.test("joinRuns() joins neighbours only that belong to a span", () => {
  const spans = [{ start: 0, end: 9 }];
  const without = (start: number) =>
    joinRuns(runs, { spans, belongs: (run) => run.start !== start });
  assert.deepEqual(without(4), runs);
  assert.deepEqual(without(0), [runs[0], { start: 4, end: 9 }]);
  assert.deepEqual(without(8), [{ start: 0, end: 5 }, runs[2]]);
});

Deno.test("overlap() takes ranges that only touch as apart", () => {
  assert.ok(!overlap({ start: 0, end: 2 }, { start: 2, end: 3 }));
  assert.ok(overlap({ start: 0, end: 3 }, { start: 2, end: 3 }));
});

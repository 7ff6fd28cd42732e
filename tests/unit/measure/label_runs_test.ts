import assert from "node:assert/strict";
import { labelRuns } from "@lib/measure/label_runs.ts";

Deno.test("labelRuns() gives half-open runs, those at the ends too", () => {
  assert.deepEqual(labelRuns(Uint8Array.of(1, 1, 0, 1, 0, 1)), [
    { start: 0, end: 2 },
    { start: 3, end: 4 },
    { start: 5, end: 6 },
  ]);
  assert.deepEqual(labelRuns(new Uint8Array(4)), []);
});

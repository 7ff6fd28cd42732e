import assert from "node:assert/strict";
import { trainingDataOf } from "@lib/pipeline/training/read_training.ts";
import { trainingWindows } from "@lib/pipeline/training/learn.ts";
import { fc } from "../../../support/fast_check.ts";
import { tableOf } from "../../../support/tables.ts";

const MINUTE = 60_000;
const STEPS = 600;
const wave = Array.from({ length: STEPS }, (_, t) => Math.sin(t / 9));
const a = wave.map((value, t) => t >= 100 && t < 120 ? 50 : value);
const table = tableOf({ a, b: wave.toReversed() });
const span = (start: number, end: number) => ({
  startMs: table.startMs + start * MINUTE,
  endMs: table.startMs + end * MINUTE,
  features: [],
  note: "",
});

Deno.test("trainingDataOf() fits nothing to what is left out: no scale, no window", () => {
  const all = trainingDataOf(table, 10);
  const rest = trainingDataOf(table, 10, { exclude: [span(100, 119)] });
  assert.ok(all.scaler.range[0]! > 50);
  assert.ok(rest.scaler.range[0]! < 2.01);
  const { fit } = trainingWindows(rest, 10);
  assert.ok(fit.ends.includes(100) && fit.ends.includes(130));
  assert.ok(!fit.ends.some((end) => end > 100 && end < 130));
});

Deno.test("trainingDataOf() does not take what is left out for missing", () => {
  const rest = trainingDataOf(table, 10, { exclude: [span(20, 310)] });
  assert.deepEqual(rest.table.metrics.map(({ name }) => name), ["a", "b"]);
  assert.ok(rest.table.up.every((up) => up === 1));
  assert.equal(rest.table.gaps.length, 1);
});

Deno.test("trainingDataOf() refuses what leaves no part whole", () => {
  const exclude = Array.from({ length: 70 }, (_, i) => span(i * 8, i * 8));
  assert.throws(
    () => trainingDataOf(table, 10, { exclude }),
    /^InputError: Cannot train: its fit part must hold 10 windows of 10 steps without a gap, got \d; give a longer table, or leave less of it out$/,
  );
  assert.throws(
    () => trainingDataOf(table, 10, { exclude: [span(0, 999)] }),
    /at least 300 steps are needed, got 0; 600 of 600 are left out as labelled$/,
  );
});

Deno.test("trainingDataOf() that leaves nothing out is the same as without", () => {
  const far = fc.integer({ min: STEPS, max: STEPS + 1e6 });
  fc.assert(
    fc.property(fc.array(far, { maxLength: 4 }), (starts) => {
      const exclude = starts.map((start) => span(start, start + 5));
      assert.deepEqual(
        trainingDataOf(table, 10, { exclude }),
        trainingDataOf(table, 10),
      );
    }),
    { numRuns: 10 },
  );
});

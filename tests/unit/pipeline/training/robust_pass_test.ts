import assert from "node:assert/strict";
import type { StepRange } from "@lib/frame/metric_table.ts";
import { seededRandom } from "@lib/model/random.ts";
import { trainingWindows } from "@lib/pipeline/training/learn.ts";
import { leftOutNotes } from "@lib/pipeline/training/left_out_notes.ts";
import { trainingDataOf } from "@lib/pipeline/training/read_training.ts";
import { tableOf } from "../../../support/tables.ts";

const MINUTE = 60_000;
const STEPS = 4 * 1440;
const random = seededRandom(9);
const wave = (base: number) =>
  Array.from(
    { length: STEPS },
    (_, t) => base + Math.sin(t * 2 * Math.PI / 1440) + random() - 0.5,
  );
const clean = { "cpu-user": wave(3), "load-1m": wave(4) };
const spiked = {
  ...clean,
  "cpu-user": clean["cpu-user"].map((value, t) =>
    t >= 1000 && t < 1030 ? 150 : value
  ),
};
const table = tableOf(spiked);

Deno.test("trainingDataOf() leaves a gross anomaly out of windows, parts and scaler", () => {
  const all = trainingDataOf(table, 10, { robust: "off" });
  const rest = trainingDataOf(table, 10);
  assert.equal(all.gross.outcome, "off");
  assert.ok(all.scaler.range[0]! > 140);
  assert.deepEqual([rest.gross.outcome, rest.gross.steps], ["left out", 30]);
  assert.ok(rest.scaler.range[0]! < 4);
  const { fit } = trainingWindows(rest, 10);
  assert.ok(!fit.ends.some((end) => end > 1000 && end < 1040));
  // What is left out lies in the fit part, whose share is of the rest.
  const stepsOf = (ranges: readonly StepRange[]) =>
    ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  assert.equal(stepsOf(rest.parts.fit) - stepsOf(all.parts.fit), 10);
  // It was seen nonetheless: at 150, or ten times as far as what is learned from.
  assert.deepEqual([all.reach, rest.reach], [[1, 1], [10, 1]]);
  const [span] = rest.gross.spans;
  assert.deepEqual(
    [span?.start, span?.end, span?.steps],
    ["2026-11-22T16:40:00Z", "2026-11-22T17:09:00Z", 30],
  );
  assert.deepEqual(
    span?.signals.map(({ feature, unit, kind, value }) => [
      ...[feature, unit, kind, value],
    ]),
    [["cpu-user", "cores", "far", 150]],
  );
  assert.deepEqual(
    leftOutNotes(rest, { spans: [], notes: [] }, { exclude: null }),
    [
      "Left out of training as grossly abnormal: 30 steps (30 min, 0.5 %) in 1 span: " +
      "2026-11-22 16:40–17:09 UTC, cpu-user at 150 cores (usually 1.8–4.2 cores). " +
      "--keep-all learns from them, too.",
    ],
  );
});

Deno.test("trainingDataOf() gives the same where nothing is gross, whether it looks or not", () => {
  const usual = tableOf(clean);
  const { gross, ...looked } = trainingDataOf(usual, 10);
  const { gross: off, ...blind } = trainingDataOf(usual, 10, { robust: "off" });
  assert.deepEqual([gross.outcome, off.outcome], ["nothing", "off"]);
  assert.deepEqual(looked, blind);
  assert.deepEqual(
    leftOutNotes({ ...looked, gross }, { spans: [], notes: [] }, {
      exclude: null,
    }),
    [],
  );
});

Deno.test("trainingDataOf() counts what a label leaves out once, and looks at the rest", () => {
  const span = {
    // In the middle of it: the pass sees one stretch around the gap.
    startMs: table.startMs + 1010 * MINUTE,
    endMs: table.startMs + 1014 * MINUTE,
    features: [],
    note: "",
  };
  const { leftOut, gross, reach } = trainingDataOf(table, 10, {
    exclude: [span],
  });
  // The rest of it was not named by anybody.
  assert.deepEqual(reach, [10, 1]);
  const sum = (isOut: Uint8Array) => isOut.reduce((a, b) => a + b, 0);
  assert.deepEqual([sum(leftOut.isOut), sum(gross.isOut)], [5, 25]);
  assert.equal(gross.steps, 25);
});

Deno.test("trainingDataOf() says nothing of fewer than 1,000 steps", () => {
  const few = Object.fromEntries(
    Object.entries(spiked).map(([name, values]) =>
      [name, values.slice(100, 1099)] as const
    ),
  );
  assert.equal(trainingDataOf(tableOf(few), 10).gross.outcome, "too short");
});

Deno.test("trainingDataOf() learns from what is gross where that is a fifth of the time, and says so", () => {
  // Two metrics, each far off for most of a day, at other times.
  const two = {
    "cpu-user": clean["cpu-user"].slice(),
    "load-1m": clean["load-1m"].slice(),
  };
  two["cpu-user"].fill(150, 1000, 1800);
  two["load-1m"].fill(150, 3000, 3800);
  const data = trainingDataOf(tableOf(two), 10);
  assert.deepEqual([data.gross.outcome, data.gross.steps], ["too much", 1600]);
  assert.deepEqual(data.table.gaps, []);
  assert.equal(data.gross.isOut.includes(1), false);
  const [said] = leftOutNotes(data, { spans: [], notes: [] }, {
    exclude: null,
  });
  assert.match(
    said ?? "",
    /^Grossly abnormal, and learned from since it is too much to leave out: 1,600 steps .*; .* name it with --exclude\.$/,
  );
});

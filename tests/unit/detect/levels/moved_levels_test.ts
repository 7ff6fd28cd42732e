import assert from "node:assert/strict";
import { movedLevels } from "@lib/detect/levels/moved_levels.ts";
import { metricByName } from "@lib/frame/schema.ts";
import { metricTable } from "../../../support/metric_table.ts";

const change = {
  ...{ feature: 1, since: 2, settled: 3, at: 7, from: 0, to: -1 },
  ...{ before: 0.5, after: -0.25, alarmed: true },
};
const movedBy = (valueAt: (step: number) => number) => {
  const table = metricTable({
    metrics: [metricByName("cpu-user"), metricByName("sys-mem-cache")],
    values: Array.from(
      { length: 20 },
      (_, i) => i % 2 === 1 ? valueAt((i - 1) / 2) : 1,
    ),
  });
  return movedLevels([change], {
    ...{ table, scaler: { min: [0, 1000], range: [1, 400] } },
    partOf: (feature) => Float32Array.from({ length: 10 }, () => feature),
  })[0]!;
};

Deno.test("movedLevels() tells changes in units and times, and their part of the score meanwhile", () => {
  const { partAt, ...moved } = movedBy(() => 1);
  assert.deepEqual(moved, {
    moved: {
      ...{ feature: "sys-mem-cache", unit: "bytes", from: 1200, to: 900 },
      since: "2026-01-01T00:02:00Z",
    },
    judgedFrom: "2026-01-01T00:07:00Z",
    settling: { start: 3, end: 7 },
    alarmed: true,
  });
  assert.deepEqual([1, 2, 6, 7].map(partAt), [0, 1, 1, 0]);
});

Deno.test("movedLevels() marks what goes on, and takes no alarm to be about a counter", () => {
  const noisy = (t: number) => 1300 - 60 * t + (t % 2) * 70;
  const falls = movedBy(noisy);
  assert.deepEqual([falls.moved.goesOn, falls.alarmed], [true, true]);
  const counter = movedBy((t) => t * 60);
  assert.deepEqual([counter.moved.goesOn, counter.alarmed], [true, false]);
});

Deno.test("movedLevels() takes up a trend where it goes on the same way after a rest", () => {
  const table = metricTable({
    metrics: [metricByName("cpu-user")],
    values: Array.from({ length: 60 }, (_, t) => {
      const noise = 0.5 * (t % 2);
      return t < 20 ? t + noise : t < 40 ? 20 + noise : 40 + noise;
    }),
  });
  const of = (since: number, to: number) => ({
    ...{ feature: 0, since, settled: since, at: since + 10, from: 0, to: 0 },
    ...{ before: 0.2, after: to, alarmed: true },
  });
  const moves = (...changes: ReturnType<typeof of>[]) =>
    movedLevels(changes, {
      ...{ table, scaler: { min: [0], range: [50] } },
      partOf: () => new Float32Array(60),
    }).map(({ moved }) => moved.goesOn === true);
  assert.deepEqual(moves(of(10, 0.4)), [true]);
  assert.deepEqual(moves(of(40, 0.8)), [false]);
  assert.deepEqual(moves(of(10, 0.4), of(40, 0.8)), [true, true]);
  assert.deepEqual(moves(of(10, 0.4), of(40, 0)), [true, false]);
});

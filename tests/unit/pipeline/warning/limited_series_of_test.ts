import assert from "node:assert/strict";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import { metricByName } from "@lib/frame/schema.ts";
import {
  type LimitedContext,
  type LimitedInput,
  limitedSeriesOf,
} from "@lib/pipeline/warning/limited_series_of.ts";
import { metricTable } from "../../../support/metric_table.ts";

const MINUTE = 60_000;
const metrics = ["sys-mem-available", "disk-used"].map(metricByName);
const past = metricTable({ metrics, values: [9, 50, 8, 51, 7, 52] });
const at = (step: number, values: readonly number[]): MetricTable => ({
  ...metricTable({ metrics, values }),
  startMs: past.startMs + step * MINUTE,
});
const none: LimitedContext = { limits: new Map(), ranges: [], incidents: [] };

/** What was learned from `past`, but for the steps that are out or gross. */
function lesson(
  isOut: readonly number[] = [0, 0, 0],
  isGross: readonly number[] = [0, 0, 0],
): LimitedInput["model"] {
  return {
    past,
    data: {
      leftOut: { isOut: Uint8Array.from(isOut) },
      gross: { isOut: Uint8Array.from(isGross) },
    },
  };
}

const stored = { detector: {} };

Deno.test("limitedSeriesOf() joins training and scored time, a gap between them", () => {
  const table = at(5, [4, 60, 3, 61]);
  const [memory, ...more] = limitedSeriesOf({ table, model: lesson() }, none);
  assert.equal(more.length, 0, "disk-used has no known limit");
  assert.equal(memory?.startMs, past.startMs);
  assert.deepEqual([...memory!.left], [9, 8, 7, NaN, NaN, 4, 3]);
  assert.deepEqual([memory!.limit, memory!.side], [0, "floor"]);
  assert.equal(memory!.leastBefore, null);
});

Deno.test("limitedSeriesOf() takes a stated limit above the values for a ceiling", () => {
  const limits = new Map([["disk-used", 100], ["sys-mem-available", null]]);
  const table = at(3, [4, 60]);
  const [disk, ...more] = limitedSeriesOf(
    { table, model: lesson() },
    { ...none, limits },
  );
  assert.equal(more.length, 0, "memory is said to have none");
  assert.deepEqual([disk?.name, disk?.side], ["disk-used", "ceiling"]);
  assert.deepEqual([...disk!.left], [50, 49, 48, 40]);
});

Deno.test("limitedSeriesOf() takes scored time alone where training does not lead to it", () => {
  const ranges = [{ feature: "sys-mem-available", min: 6, max: 9 }];
  const alone = [
    [at(1, [4, 60]), lesson()], // it overlaps
    [at(20_000, [4, 60]), lesson()], // two weeks later
    [at(3, [4, 60]), stored],
  ] as const;
  for (const [table, model] of alone) {
    const [memory] = limitedSeriesOf({ table, model }, { ...none, ranges });
    assert.deepEqual([...memory!.left], [4]);
    assert.equal(memory!.startMs, table.startMs);
    assert.equal(memory!.leastBefore, 6, "what was least in training");
  }
});

Deno.test("limitedSeriesOf() leaves out what was filled in, and names what was not normal", () => {
  const table = {
    ...at(3, [4, 60, 3, 61]),
    imputed: Uint8Array.of(1, 0, 0, 0),
  };
  const time = new Date(table.startMs + MINUTE).toISOString();
  const incidents = [{ start: time, end: time }];
  const [memory] = limitedSeriesOf(
    { table, model: lesson([0, 1, 1], [1, 0, 0]) },
    { ...none, incidents },
  );
  assert.deepEqual([...memory!.left], [9, 8, 7, NaN, 3]);
  assert.deepEqual(memory!.abnormal, [
    { start: 1, end: 3 },
    { start: 0, end: 1 },
    { start: 4, end: 5 },
  ]);
});

Deno.test("limitedSeriesOf() takes the side of a limit from what was before, never from what comes", () => {
  const limits = new Map([["disk-used", 55]]);
  const sideOf = (input: LimitedInput, ranges: typeof none.ranges = []) =>
    limitedSeriesOf(input, { ...none, limits, ranges })
      .find(({ name }) => name === "disk-used")?.side;
  const above = at(3, [4, 60, 3, 61, 2, 62, 2, 63]);
  assert.equal(sideOf({ table: above, model: lesson() }), "ceiling");
  assert.equal(sideOf({ table: above, model: stored }), "floor");
  const range = { feature: "disk-used", min: 40, max: 52 };
  assert.equal(sideOf({ table: above, model: stored }, [range]), "ceiling");
  const climbs = at(3, [4, 20, 3, 61, 2, 62, 2, 63]);
  assert.equal(sideOf({ table: climbs, model: stored }), "ceiling");
});

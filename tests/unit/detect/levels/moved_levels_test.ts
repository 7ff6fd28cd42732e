import assert from "node:assert/strict";
import { movedLevels } from "@lib/detect/levels/moved_levels.ts";
import { metricByName } from "@lib/frame/schema.ts";
import { metricTable } from "../../../support/metric_table.ts";

const table = metricTable({
  metrics: [metricByName("cpu-user"), metricByName("sys-mem-cache")],
  values: Array<number>(20).fill(1),
});

Deno.test("movedLevels() tells changes in units and times", () => {
  const [moved] = movedLevels([{
    ...{ feature: 1, since: 2, settled: 3, at: 7, from: 0, to: -1 },
    ...{ before: 0.5, after: -0.25, alarmed: true },
  }], { table, scaler: { min: [0, 1000], range: [1, 400] } });
  assert.deepEqual(moved, {
    moved: {
      ...{ feature: "sys-mem-cache", unit: "bytes", from: 1200, to: 900 },
      since: "2026-01-01T00:02:00Z",
    },
    judgedFrom: "2026-01-01T00:07:00Z",
    settling: { start: 3, end: 7 },
    alarmed: true,
  });
});

import assert from "node:assert/strict";
import { metricByName } from "@lib/frame/schema.ts";
import { outsideTraining } from "@lib/measure/outside_training.ts";
import { metricTable } from "../../support/metric_table.ts";

const metrics = [metricByName("cpu-user"), metricByName("load-1m")];
const table = metricTable({
  metrics,
  values: [1, 0, 2, 9, 3, 9, 4, 9, 2, NaN],
});

Deno.test("outsideTraining() tells how far, how long and since when, by falling share", () => {
  const found = outsideTraining(table, [
    { feature: "cpu-user", min: 2, max: 3 },
    { feature: "load-1m", min: 0, max: 1 },
  ]);
  assert.deepEqual(found, [
    {
      ...{ feature: "load-1m", unit: "1", min: 0, max: 1, steps: 3 },
      ...{ share: 0.75, lowest: 0, highest: 9 },
      firstAt: "2026-01-01T00:01:00Z",
    },
    {
      ...{ feature: "cpu-user", unit: "cores", min: 2, max: 3, steps: 2 },
      ...{ share: 0.4, lowest: 1, highest: 4 },
      firstAt: "2026-01-01T00:00:00Z",
    },
  ]);
});

Deno.test("outsideTraining() does not count what was filled in", () => {
  const imputed = new Uint8Array(10);
  imputed[0] = imputed[6] = 1;
  const ranges = [{ feature: "cpu-user", min: 2, max: 3 }];
  assert.deepEqual(outsideTraining({ ...table, imputed }, ranges), []);
});

Deno.test("outsideTraining() takes an end as inside, also after rounding to float32", () => {
  // 0.1 is a little more as a float32
  const tenth = metricTable({ metrics, values: Array(10).fill(0.1) });
  const ranges = [{ feature: "cpu-user", min: 0, max: 0.1 }];
  assert.deepEqual(outsideTraining(tenth, ranges), []);
});

Deno.test("outsideTraining() skips features that the table lacks", () => {
  const ranges = [{ feature: "gone", min: 0, max: 0 }];
  assert.deepEqual(outsideTraining(table, ranges), []);
});

import assert from "node:assert/strict";
import { metricByName } from "@lib/frame/schema.ts";
import { movedConstants } from "@lib/measure/moved_constants.ts";
import { metricTable } from "../../support/metric_table.ts";

const raid = { name: "raid", unit: "", reason: "constant" as const };
const table = metricTable({
  metrics: [metricByName("raid")],
  values: [5, 0, 1, 1, 3, 0],
});
const time = (step: number) =>
  new Date(table.startMs + step * table.intervalMs).toISOString()
    .replace(".000Z", "Z");

Deno.test("movedConstants() tells from what to what, since when and how long, after the warm-up", () => {
  const trained = [{ ...raid, detail: "always 0", value: 0 }];
  assert.deepEqual(movedConstants(table, { trained, warmup: 1 }), [{
    feature: "raid",
    unit: "",
    learned: 0,
    lowest: 1,
    highest: 3,
    steps: 3,
    firstAt: time(2),
    lastAt: time(4),
  }]);
});

Deno.test("movedConstants() passes over what was filled in, what stayed and what was not constant", () => {
  const trained = [{ ...raid, detail: "always 0", value: 0 }];
  const imputed = new Uint8Array(6).fill(1);
  assert.deepEqual(
    movedConstants({ ...table, imputed }, { trained, warmup: 0 }),
    [],
  );
  const sparse = [{ ...trained[0]!, reason: "sparse" as const }];
  assert.deepEqual(movedConstants(table, { trained: sparse, warmup: 0 }), []);
  const lost = [{ ...trained[0]!, name: "lost" }];
  assert.deepEqual(movedConstants(table, { trained: lost, warmup: 0 }), []);
});

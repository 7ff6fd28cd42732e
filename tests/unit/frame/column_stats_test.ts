import assert from "node:assert/strict";
import { columnStats } from "@lib/frame/column_stats.ts";
import { tableOf } from "../../support/tables.ts";

Deno.test("columnStats() sums up measured values and the shares of the others", () => {
  const table = tableOf({
    "cpu-user": [4, 1, NaN, 3, 2, 99, NaN, NaN],
    none: Array(8).fill(NaN),
  }, {
    imputed: Uint8Array.from({ length: 16 }, (_, i) => i === 10 ? 1 : 0),
  });
  assert.deepEqual(columnStats(table), [
    {
      name: "cpu-user",
      unit: "cores",
      min: 1,
      median: 2.5,
      max: 4,
      missing: 3 / 8,
      imputed: 1 / 8,
    },
    {
      name: "none",
      unit: "",
      min: NaN,
      median: NaN,
      max: NaN,
      missing: 1,
      imputed: 0,
    },
  ]);
});

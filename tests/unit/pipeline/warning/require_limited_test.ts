import assert from "node:assert/strict";
import { metricByName } from "@lib/frame/schema.ts";
import { requireLimited } from "@lib/pipeline/warning/require_limited.ts";
import { metricTable } from "../../../support/metric_table.ts";

const table = {
  ...metricTable({ metrics: [metricByName("disk-used")], values: [1, 2] }),
  excluded: [{ name: "gone", unit: "", reason: "empty", detail: "" }] as const,
};

Deno.test("requireLimited() lets columns through, empty ones too", () => {
  requireLimited(table, new Map([["disk-used", 100], ["gone", null]]));
});

Deno.test("requireLimited() refuses what is no column and proposes one", () => {
  assert.throws(
    () => requireLimited(table, new Map([["disk-usd", 100]])),
    /^InputError: Cannot use --limit: it must name a column, got "disk-usd"; did you mean disk-used\? web-1 has disk-used, gone/,
  );
});

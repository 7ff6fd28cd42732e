import assert from "node:assert/strict";
import type { ExcludedMetric } from "@lib/frame/raw_table.ts";
import { metricByName } from "@lib/frame/schema.ts";
import { excludedMetrics } from "@lib/pipeline/scoring/excluded_metrics.ts";
import { metricTable } from "../../../support/metric_table.ts";

const constant = (name: string): ExcludedMetric => ({
  name,
  unit: "bytes",
  reason: "constant",
  detail: "always 0 B",
});

const scored = metricTable({
  metrics: [metricByName("cpu-user"), metricByName("sys-mem-swap-free")],
  values: [1, 0, 2, 0, 3, 7],
});
const conformed = {
  ...scored,
  excluded: [{
    ...constant("sys-mem-swap-free"),
    reason: "unused" as const,
    detail: "no feature",
  }],
};

Deno.test("excludedMetrics() gives training's reason where training left it out", () => {
  const quiet = metricTable({
    metrics: [metricByName("cpu-user"), metricByName("sys-mem-swap-free")],
    values: [1, 0, 2, 0, 3, 0],
  });
  assert.deepEqual(
    excludedMetrics([constant("sys-mem-swap-free")], quiet, {
      ...quiet,
      excluded: conformed.excluded,
    }),
    [{ ...constant("sys-mem-swap-free"), detail: "always 0 B in training" }],
  );
});

Deno.test("excludedMetrics() says of an absent metric that what was learned from lacked it", () => {
  const absent = { ...constant("sys-thermal"), reason: "absent" as const };
  const excluded = excludedMetrics(
    [{ ...absent, detail: "not in the data" }],
    scored,
    { ...scored, excluded: [] },
  );
  assert.deepEqual(
    excluded.map(({ detail }) => detail),
    ["not in the data that was learned from"],
  );
});

Deno.test("excludedMetrics() says where a constant metric has begun to vary", () => {
  const [metric] = excludedMetrics(
    [constant("sys-mem-swap-free")],
    scored,
    conformed,
  );
  assert.match(
    metric!.detail,
    /^always 0 B in training, 0 B to 7 B in the scored data$/,
  );
});

Deno.test("excludedMetrics() says where a constant metric has another level", () => {
  const grown = metricTable({
    metrics: [metricByName("cpu-user"), metricByName("sys-mem-swap-free")],
    values: [1, 1024, 2, 1024],
  });
  const [metric] = excludedMetrics(
    [constant("sys-mem-swap-free")],
    grown,
    { ...grown, excluded: conformed.excluded },
  );
  assert.match(metric!.detail, /, 1\s?(\.0+\s)?KiB in the scored data$/);
});

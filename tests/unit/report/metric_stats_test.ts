import assert from "node:assert/strict";
import { metricStats } from "@lib/report/metric_stats.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

const { table } = sampleReportInput({ steps: 240 });

function statsOf(values: readonly number[], imputed: readonly number[]) {
  return metricStats({
    ...table,
    metrics: [table.metrics[0]!],
    steps: values.length,
    values: Float32Array.from(values),
    imputed: Uint8Array.from(imputed),
  }, 0);
}

Deno.test("metricStats() counts measured values only", () => {
  const stats = statsOf([4, 1, NaN, 99, 3, 2], [0, 0, 0, 1, 0, 0]);
  assert.deepEqual(stats, {
    min: 1,
    median: 2,
    max: 4,
    missingShare: 1 / 6,
    imputedShare: 1 / 6,
  });
});

Deno.test("metricStats() sorts by size, not as text", () => {
  const stats = statsOf([10, 9, -1], [0, 0, 0]);
  assert.deepEqual([stats.min, stats.median, stats.max], [-1, 9, 10]);
});

Deno.test("metricStats() of nothing has no values", () => {
  const stats = statsOf([NaN, NaN], [0, 0]);
  assert.deepEqual([stats.min, stats.median, stats.max], [NaN, NaN, NaN]);
  assert.equal(stats.missingShare, 1);
});

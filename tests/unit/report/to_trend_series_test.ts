import assert from "node:assert/strict";
import { toTrendSeries } from "@lib/report/to_trend_series.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

const input = sampleReportInput({ steps: 240 });
const width = input.table.metrics.length;

Deno.test("toTrendSeries() takes one column of everything", () => {
  const series = toTrendSeries(input, 3);
  assert.equal(series.name, "disk-bytes-written");
  assert.equal(series.unit, "bytes/s");
  assert.equal(series.values.length, 240);
  assert.equal(series.values[50], input.table.values[50 * width + 3]);
  assert.equal(
    series.expected?.high[50],
    Math.fround(input.expected[50 * width + 3]! + input.bands[3]!.distance),
  );
  assert.equal(series.expected?.errors[50], input.errors[50 * width + 3]);
});

Deno.test("toTrendSeries() shows no value where one was filled in", () => {
  assert.equal(input.table.imputed[101 * width], 1);
  const { values } = toTrendSeries(input, 0);
  assert.ok(Number.isNaN(values[101]));
  assert.ok(!Number.isNaN(values[104]));
});

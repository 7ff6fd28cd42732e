import assert from "node:assert/strict";
import { indicesOf } from "@lib/chart/detail/runs.ts";
import { decodeNumbers } from "@lib/chart/detail/number_code.ts";
import { trendDetails } from "@lib/report/detail/trend_details.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const { series } = toReportView(sampleReportInput({ steps: 2000 }));

Deno.test("trendDetails() keeps lines, bands and which steps are outside", () => {
  for (const [i, { stepMs, parts }] of trendDetails(series).entries()) {
    assert.equal(stepMs, 60_000);
    assert.match(parts["measured"] ?? "", /^line 1000 /);
    assert.match(parts["expected"] ?? "", /^band 1 1000 /);
    const [, runs = ""] = parts["dot"]?.split(" ") ?? [];
    const { errors } = series[i]!.expected!;
    assert.deepEqual(
      indicesOf(decodeNumbers(runs)),
      [...errors.keys()].filter((t) => errors[t]! >= 1),
    );
  }
});

Deno.test("trendDetails() keeps within its room", () => {
  const room = { lines: 4000, bands: 1500 };
  const details = trendDetails(series, room);
  const total = (part: string) =>
    details.reduce((sum, { parts }) => sum + (parts[part]?.length ?? 0), 0);
  assert.ok(total("measured") <= room.lines && total("measured") > 2000);
  assert.ok(total("expected") <= room.bands && total("expected") > 500);
});

Deno.test("trendDetails() of a metric without a model is its line", () => {
  const [{ expected: _, ...plain }] = [series[0]!];
  const [detail] = trendDetails([plain]);
  assert.equal(detail?.parts["expected"], "");
  assert.equal(detail?.parts["dot"], "");
});

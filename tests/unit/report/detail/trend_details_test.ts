import assert from "node:assert/strict";
import { indicesOf } from "@lib/chart/detail/runs.ts";
import { decodeLine } from "@lib/chart/detail/line_detail.ts";
import { decodeNumbers } from "@lib/chart/detail/number_code.ts";
import { trendDetails } from "@lib/report/detail/trend_details.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { uniform } from "../../../support/sample_series.ts";
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

Deno.test("trendDetails() keeps within its room for steps outside, the worst and what the line keeps first", () => {
  const next = uniform(5);
  const length = 50_000;
  const noisy = series.map((one) => {
    const errors = Float32Array.from({ length }, () => 1.3 * next());
    errors[777] = 9;
    const values = errors.slice();
    const edge = new Float32Array(length);
    const expected = { ...one.expected!, low: edge, high: edge, errors };
    return { ...one, values, expected };
  });
  const room = { lines: 20_000, outside: 4000 };
  const details = trendDetails(noisy, room);
  let total = 0;
  for (const { parts: { measured = "", dot = "" } } of details) {
    total += dot.length;
    const kept = new Set(decodeLine(measured.replace("line ", "")).steps);
    const steps = indicesOf(decodeNumbers(dot.replace("steps ", "")));
    assert.ok(steps.includes(777) && steps.every((step) => kept.has(step)));
  }
  assert.ok(total <= room.outside && total > 1000, `${total}`);
});

Deno.test("trendDetails() of a metric without a model is its line", () => {
  const [{ expected: _, ...plain }] = [series[0]!];
  const [detail] = trendDetails([plain]);
  assert.equal(detail?.parts["expected"], "");
  assert.equal(detail?.parts["dot"], "");
});

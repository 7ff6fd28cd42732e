import assert from "node:assert/strict";
import { actualExpectedTable } from "@lib/report/data_tables/actual_expected_table.ts";
import { coverageTable } from "@lib/report/data_tables/coverage_table.ts";
import { heatmapTable } from "@lib/report/data_tables/heatmap_table.ts";
import { lossTable } from "@lib/report/data_tables/loss_table.ts";
import { scoreTable } from "@lib/report/data_tables/score_table.ts";
import { trendTable } from "@lib/report/data_tables/trend_table.ts";
import type { Table } from "@lib/report/document.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

/** 720 minutes from 06:00; incident #3 is 13:58–14:17, an outage 16:48–17:01. */
const VIEW = toReportView(sampleReportInput());
const MEMORY = VIEW.series.find(({ name }) => name === "sys-mem-available")!;

/** Rows by what is in their first column. */
function rowOf(table: Table, first: string): string[] {
  const row = table.rows.find(([cell]) => cell === first);
  assert.ok(row, `${first} in ${table.rows.map(([cell]) => cell).join("|")}`);
  return row.map(String);
}

Deno.test("scoreTable() has the highest score of each part and the incidents in it", () => {
  const table = scoreTable(VIEW);
  assert.equal(table.rows.length, 24);
  // Half hours: 13:30 holds the incident's first two steps, 14:00 its peak.
  assert.deepEqual(rowOf(table, "13:30–13:59").slice(2), ["#3"]);
  assert.deepEqual(rowOf(table, "14:00–14:29").slice(1), ["12.1", "#3"]);
  assert.equal(rowOf(table, "16:00–16:29")[2], "");
});

Deno.test("trendTable() has what was measured and expected in each part, in one unit", () => {
  const table = trendTable(VIEW, MEMORY);
  const titles = table.columns.map(({ title }) => title);
  assert.deepEqual(titles.slice(1), [
    "Lowest, GiB",
    "Mean, GiB",
    "Highest, GiB",
    "Expected, GiB",
  ]);
  const [, low, mean, high, expected] = rowOf(table, "14:00–14:29");
  const values = MEMORY.values.subarray(480, 510);
  const gib = (value: number) => (value / 2 ** 30).toFixed(2);
  assert.equal(low, gib(Math.min(...values)));
  assert.equal(mean, gib(values.reduce((sum, v) => sum + v, 0) / 30));
  assert.equal(high, gib(Math.max(...values)));
  const band = MEMORY.expected!;
  assert.equal(
    expected,
    `${gib(Math.min(...band.low.subarray(480, 510)))}–${
      gib(Math.max(...band.high.subarray(480, 510)))
    }`,
  );
});

Deno.test("actualExpectedTable() shows a step a row where there are few", () => {
  const range = { start: 478, end: 498 };
  const table = actualExpectedTable(VIEW, [MEMORY], { range, number: 3 });
  assert.equal(table.rows.length, 20);
  const [time, measured] = table.rows[0]!;
  assert.equal(time, "13:58");
  assert.equal(measured, (MEMORY.values[478]! / 2 ** 30).toFixed(2));
});

Deno.test("actualExpectedTable() has no number where nothing was scored or measured", () => {
  const range = { start: 0, end: 20 };
  const table = actualExpectedTable(VIEW, [MEMORY], { range, number: 1 });
  assert.equal(table.rows[0]?.[2], "—");
});

Deno.test("heatmapTable() tells the largest distance and when a metric was first outside", () => {
  const range = { start: 440, end: 510 };
  const table = heatmapTable(VIEW, VIEW.series, { range, number: 3 });
  const [, largest, steps, first] = rowOf(table, MEMORY.name);
  const errors = MEMORY.expected!.errors.subarray(440, 510);
  assert.equal(Number(largest), Math.floor(Math.max(...errors) * 10) / 10);
  assert.equal(Number(steps), errors.filter((error) => error >= 1).length);
  assert.match(first!, /^13:5\d|14:\d\d$/);
  const calm = table.rows.filter((row) => row[3] === "never");
  assert.ok(calm.length > 0 && calm.every((row) => row[2] === "0"));
});

Deno.test("coverageTable() counts what was measured and filled in, and finds the longest gap", () => {
  const table = coverageTable(VIEW, VIEW.input.table);
  // Three steps are filled in; 14 of the outage and 7 of the gap have no value.
  assert.deepEqual(rowOf(table, MEMORY.name).slice(1), [
    "696",
    "3",
    "21",
    "14 min",
    "16:48",
  ]);
});

Deno.test("lossTable() keeps the first, the last and the best of many epochs", () => {
  const losses = Array.from({ length: 100 }, (_, index) => ({
    epoch: index + 1,
    fit: 1 / (index + 1),
    stop: 0.123456,
  }));
  const { rows, caption } = lossTable(losses, { bestEpoch: 98 });
  assert.ok(rows.length <= 26);
  assert.deepEqual(rows[0], ["1", "1", "0.1235"]);
  assert.equal(rows.at(-1)?.[0], "100");
  assert.equal(rows.at(-2)?.[0], "98 (kept)");
  assert.match(caption, /some of the epochs/);
});

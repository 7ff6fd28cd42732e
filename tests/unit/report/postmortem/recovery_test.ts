import assert from "node:assert/strict";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import { recovery } from "@lib/report/postmortem/recovery.ts";
import {
  type Chapter,
  type Told,
  toTold,
} from "@lib/report/postmortem/told.ts";
import type { ReportInput } from "@lib/report/report_input.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTables } from "../../../support/section_texts.ts";

const INPUT = sampleReportInput();

/** What is told of one incident, by its index, or of all. */
function told(index: number | null, changes: Partial<ReportInput> = {}): Told {
  const input = { ...INPUT, ...changes };
  const subject = index === null ? null : input.incidents[index]!.id;
  return toTold(toReportView(input, { subject }), []);
}

const tables = (chapter: Chapter) =>
  sectionTables({ id: "a", title: "a", level: 2 as const, ...chapter });

Deno.test("recovery() tells of each signal when it was back, or at which level it stayed", () => {
  const [rows] = tables(recovery(told(1)));
  assert.deepEqual(rows, [
    [
      "score",
      "11:05",
      "11:19",
      "12 min of 14 min",
      "below its threshold again",
    ],
    [
      ...["load-1m", "11:06", "—", "13 min"],
      "stayed at 4.5, against which it is judged from 11:19",
    ],
    [
      ...["sys-mem-available", "11:07", "—", "12 min"],
      "its trend goes on; judged against 7.36 GiB from 11:19",
    ],
  ]);
  const all = tables(recovery(told(null)))[0]!;
  assert.deepEqual(all.filter(([number]) => number === "3").at(-1), [
    ...["3", "sys-fork-rate", "13:59", "14:18", "19 min"],
    "back in its expected band",
  ]);
  assert.deepEqual(all.at(-1), [
    ...["4", "server-up", "16:48", "17:02", "14 min"],
    "the server can be read again",
  ]);
});

Deno.test("recovery() says what is still out, and for how long at least", () => {
  const { range } = toReportView(INPUT).incidents[2]!;
  const table: MetricTable = { ...INPUT.table, steps: range.end };
  const incidents = INPUT.incidents.slice(0, 3);
  const evaluation = { ...INPUT.evaluation, changes: [] };
  const cut = { table, incidents, evaluation };
  const [rows] = tables(recovery(told(2, cut)));
  assert.deepEqual(rows![0], [
    ...["score", "13:58", "—", "at least 19 min of 20 min"],
    "still out where the data end",
  ]);
  assert.ok(rows!.every((row) => row[2] === "—"));
});

Deno.test("recovery() says for how long at least where scoring began outside", () => {
  const errors = INPUT.errors.slice();
  const width = INPUT.table.metrics.length;
  // 08:15, where cpu-user leaves its band.
  errors.fill(NaN, 0, (2 * 60 + 15) * width);
  const [rows] = tables(recovery(told(0, { errors })));
  assert.deepEqual(rows![1], [
    ...["cpu-user", "before 08:15", "08:20", "at least 5 min"],
    "back in its expected band",
  ]);
});

Deno.test("recovery() counts only the steps at which a signal was outside", () => {
  const errors = INPUT.errors.slice();
  const width = INPUT.table.metrics.length;
  const f = INPUT.table.metrics.findIndex(({ name }) => name === "cpu-user");
  // 08:16 and 08:17, between where cpu-user leaves its band and where it is back.
  for (const t of [2 * 60 + 16, 2 * 60 + 17]) errors[t * width + f] = 0.2;
  const [rows] = tables(recovery(told(0, { errors })));
  assert.equal(rows![1]![3], "3 min of 5 min");
});

import assert from "node:assert/strict";
import { contributing } from "@lib/report/postmortem/contributing.ts";
import { detection } from "@lib/report/postmortem/detection.ts";
import { impact } from "@lib/report/postmortem/impact.ts";
import { summary } from "@lib/report/postmortem/summary.ts";
import { timeline } from "@lib/report/postmortem/timeline.ts";
import {
  type Chapter,
  type Told,
  toTold,
} from "@lib/report/postmortem/told.ts";
import { unseen } from "@lib/report/postmortem/unseen.ts";
import type { ReportInput } from "@lib/report/report_input.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTables, sectionTexts } from "../../../support/section_texts.ts";

const INPUT = sampleReportInput();

/** What is told of one incident, by its index, or of all. */
function told(index: number | null, changes: Partial<ReportInput> = {}): Told {
  const input = { ...INPUT, ...changes };
  const subject = index === null ? null : input.incidents[index]!.id;
  return toTold(toReportView(input, { subject }), []);
}

const section = (chapter: Chapter) => (
  { id: "a", title: "a", level: 2 as const, ...chapter }
);
const texts = (chapter: Chapter) => sectionTexts(section(chapter));
const tables = (chapter: Chapter) => sectionTables(section(chapter));

Deno.test("summary() says what happened in a sentence, and that it is a draft", () => {
  const [draft, sentence] = texts(summary(told(2)));
  assert.match(draft!, /^a draft .* from measured metrics alone/);
  assert.match(
    sentence!,
    /^server-1, 2026-03-01 13:58–14:17 UTC, score 12\.1 × threshold: .* It lasted 20 min and is critical\.$/,
  );
  assert.match(
    texts(summary(told(1))).join("\n"),
    /^When it began, the trend of sys-mem-available already pointed to 0 B/m,
  );
});

Deno.test("impact() tells how long, how severe and by how much, and leaves users to people", () => {
  const one = texts(impact(told(1)));
  assert.deepEqual(one.slice(0, 4), [
    "When: 2026-03-01 11:05–11:18 UTC",
    "How long: 14 min",
    "Severity: critical",
    "Peak: 6.9 × threshold at 2026-03-01 11:18 UTC",
  ]);
  assert.match(
    one[4]!,
    /^2 signals left their expected bands\. Each at its worst: load-1m 4\.5, expected 0\.8–1\.7; sys-mem-available 7\.36 GiB, expected 8\.2–8\.8 GiB\.$/,
  );
  assert.match(one.at(-1)!, /^Impact on users: to be filled in\./);
  const [rows] = tables(impact(told(null)));
  assert.deepEqual(rows!.map((row) => row.slice(0, 5)), [
    ["1", "08:12–08:19", "8 min", "minor", "1.83"],
    ["2", "11:05–11:18", "14 min", "critical", "6.9"],
    ["3", "13:58–14:17", "20 min", "critical", "12.1"],
    ["4", "16:48–17:01", "14 min", "critical", "—"],
  ]);
  assert.match(
    texts(impact(told(3)))[3]!,
    /may have been down, or only the way/,
  );
});

Deno.test("impact() of an incident in which no signal left its band names the largest shares", () => {
  const incidents = INPUT.incidents.map((one) => ({
    ...one,
    contributions: one.contributions.map((part) => (
      { ...part, isCause: false, onset: null }
    )),
  }));
  assert.match(
    texts(impact(told(1, { incidents })))[4]!,
    /^All signals together were unusual, and no signal passed its own threshold; the largest shares are load-1m 79 %/,
  );
  const [rows] = tables(detection(told(null, { incidents })));
  assert.deepEqual(rows![1]!.slice(1, 3), ["no signal left its own band", "—"]);
});

Deno.test("detection() counts the delay as the run's own budget does, beside what others caught", () => {
  const [, , , delay] = texts(detection(told(1)));
  const own = INPUT.evaluation.replay.find(({ isRun }) => isRun)!
    .incidents[1]!;
  assert.equal(own.delayMs, 120_000);
  assert.equal(delay, "Delay: 2 min");
  const [rows] = tables(detection(told(1)));
  assert.deepEqual(rows!.map((row) => row.slice(0, 5)), [
    ["1/week", "2.50", "11:08 UTC", "3 min", "0"],
    ["1/day (this run)", "1.00", "11:07 UTC", "2 min", "0"],
    ["4/day", "0.60", "11:06 UTC", "1 min", "0"],
    ["24/day", "0.35", "11:06 UTC", "1 min", "3"],
  ]);
  const all = tables(detection(told(null)))[0]!;
  assert.deepEqual(all[0], ["1", "cpu-user", "08:15", "08:16", "4 min"]);
  assert.deepEqual(all[3], ["4", "server-up", "16:48", "16:48", "at once"]);
});

Deno.test("detection() says what each of its delays counts from", () => {
  const { blocks } = detection(told(null));
  const [own, replayed] = blocks
    .flatMap((block) => block.kind === "table" ? block : []);
  assert.match(own!.caption, / The delay counts from the first deviation: /);
  assert.equal(own!.columns.at(-1)!.title, "Delay since first deviation");
  const said = texts(detection(told(null)));
  assert.ok(replayed);
  // The sample is labelled.
  assert.match(
    said[0]!,
    /^A delay by alarm budget counts from the start of the label; for an incident without one, from its first deviation: /,
  );
  assert.match(
    texts(detection(told(1))).join("\n"),
    /^The delay counts from the first deviation: the first step/m,
  );
});

Deno.test("detection() shows no other budgets where nothing was replayed", () => {
  const evaluation = { ...INPUT.evaluation, replay: [] };
  assert.deepEqual(tables(detection(told(1, { evaluation }))), []);
  assert.equal(texts(detection(told(1, { evaluation })))[3], "Delay: at once");
});

Deno.test("detection() of an outage says that it is one at once", () => {
  assert.match(
    texts(detection(told(3)))[0]!,
    /could not be read from 2026-03-01 16:48 UTC on; that is an incident at once/,
  );
});

Deno.test("timeline() names the signal and the file of each row, in the order of time", () => {
  const [rows] = tables(timeline(told(null)));
  const times = rows!.map(([time]) => time!);
  assert.deepEqual(times, times.toSorted());
  const numbers = new Set(rows!.map(([, number]) => number));
  assert.deepEqual([...numbers], ["1", "2", "3", "4"]);
  for (const [, , , source, file] of rows!) {
    assert.equal(
      file,
      source === "score" ? "scores.parquet" : "server-1.csv",
      source ?? "",
    );
  }
  const [one] = tables(timeline(told(0)));
  assert.deepEqual(one, [
    ["08:12", "the score reaches its threshold", "score", "scores.parquet"],
    [
      "08:15",
      "cpu-user leaves its band upwards, as far as 2.1 cores (expected 1.3–1.8 cores)",
      "cpu-user",
      "server-1.csv",
    ],
    ["08:19", "the score peaks at 1.83 × threshold", "score", "scores.parquet"],
    ["08:20", "cpu-user is back in its band", "cpu-user", "server-1.csv"],
    [
      "08:20",
      "the score is below its threshold again, after 4 min at or above it in 8 min",
      "score",
      "scores.parquet",
    ],
  ]);
});

Deno.test("timeline() puts what began before an earlier incident before it", () => {
  const incidents = INPUT.incidents.map((one) => ({
    ...one,
    warnedOf: one.warnedOf.map((warning) => (
      { ...warning, standingSince: "2026-03-01T08:00:00Z" }
    )),
  }));
  const [rows] = tables(timeline(told(null, { incidents })));
  assert.deepEqual(rows![0]!.slice(0, 2), ["08:00", "2"]);
});

Deno.test("timeline() counts the files of a scored table that has several", () => {
  const [file] = INPUT.run.inputs;
  const run = { ...INPUT.run, inputs: [file!, { ...file!, path: "b.csv" }] };
  const [rows] = tables(timeline(told(0, { run })));
  assert.equal(rows![1]!.at(-1), "2 files, listed below");
});

Deno.test("contributing() blames nothing in an outage", () => {
  assert.match(texts(contributing(told(3)))[0]!, /^None: nothing is known/);
  assert.deepEqual(tables(contributing(told(3))), []);
});

Deno.test("unseen() tells the blind spots of the report", () => {
  assert.match(
    texts(unseen(told(1))).join("\n"),
    /^Only the metrics in this report were looked at/m,
  );
});

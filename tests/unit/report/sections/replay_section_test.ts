import assert from "node:assert/strict";
import type { ReportInput } from "@lib/report/report_input.ts";
import { toReportView } from "@lib/report/report_view.ts";
import {
  limitsText,
  replaySections,
} from "@lib/report/sections/replay_section.ts";
import { rateText } from "@lib/report/sections/budgets_table.ts";
import { replayTable } from "@lib/report/sections/replay_table.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTables, sectionTexts } from "../../../support/section_texts.ts";

const sectionOf = (input: ReportInput) =>
  replaySections(toReportView(input))[0]!;
const LABELLED = sectionOf(sampleReportInput());
const PLAIN = sectionOf(sampleReportInput({ labels: "none" }));

Deno.test("replaySections() reads the table aloud, a sentence a budget", () => {
  assert.deepEqual(sectionTexts(PLAIN).slice(0, -1), [
    "1/week would have caught 2 of 3 incidents, the middle one after 2 min 30 s, with no other alarm, 34 min in alarm. Not caught: #1.",
    "1/day (this run) caught all 3 incidents, the middle one after 2 min, with no other alarm, 46 min in alarm.",
    "4/day would have caught all 3 incidents, the middle one after 1 min, with no other alarm, 54 min in alarm.",
    "24/day would have caught all 3 incidents, 1 of them on already, the middle one of the others after 1 min, with 6 other alarms (12 a day), 10 h 6 min in alarm.",
  ]);
  assert.deepEqual(sectionTexts(LABELLED).slice(0, 2), [
    "1/week would have caught 1 of 3 labelled events, after 4 min, with 1 false alarm (2.0 a day), 34 min in alarm. Not caught: #1 and 1 event without an incident.",
    "1/day (this run) caught 2 of 3 labelled events, the middle one after 4 min, with 1 false alarm (2.0 a day), 46 min in alarm. Not caught: 1 event without an incident.",
  ]);
});

Deno.test("replaySections() has a row an incident and a column a budget", () => {
  const [rows] = sectionTables(PLAIN);
  assert.deepEqual(rows?.[0], [
    ...["#1", "not caught", "4 min", "2 min", "on already"],
    ...["08:12", "cpu-user"],
  ]);
  const view = toReportView(sampleReportInput({ labels: "none" }));
  const { columns, rows: [first] } = replayTable(view);
  assert.deepEqual(columns.map(({ title }) => title), [
    ...["No.", "1/week", "1/day (this run)", "4/day", "24/day"],
    ...["First deviation (UTC, 2026-03-01)", "What"],
  ]);
  assert.deepEqual(first?.[0], { text: "#1", section: "incident-1" });
});

Deno.test("replaySections() with labels has a row an event, and one an incident that none names", () => {
  const [rows] = sectionTables(LABELLED);
  assert.deepEqual(rows?.map((row) => [row[0], row.at(-1)]), [
    ["—", "a slow creep"],
    ["#1", "stress-ng --hdd 2"],
    ["#2", "stress-ng --hdd 2"],
    ["#3", "no labelled event: sys-mem-available"],
  ]);
  assert.equal(rows?.[1]?.at(-2), "08:11", "the label's start");
});

Deno.test("replaySections() says what each budget would have cost, and what is extrapolated", () => {
  const [, budgets] = sectionTables(PLAIN);
  assert.deepEqual(budgets?.[0], [
    ...["1/week", "2.50", "2 of 3", "2 min 30 s", "0", "0"],
    "34 min (5.1 %)",
    "extrapolated: rarer than that time shows",
  ]);
  assert.deepEqual(budgets?.[3], [
    ...["24/day", "0.35", "3 of 3", "1 min", "6", "12"],
    ...["10 h 6 min (90 %)", "19"],
  ]);
  const limits = sectionTexts(PLAIN).at(-1)!;
  assert.match(limits, /Nobody has labelled this time/);
  assert.match(limits, /The threshold of 1\/week is extrapolated/);
  assert.doesNotMatch(sectionTexts(LABELLED).at(-1)!, /Nobody has labelled/);
});

Deno.test("replaySections() says what makes counts of budgets differ", () => {
  const input = sampleReportInput();
  const limits = (change: Partial<ReportInput["evaluation"]>) =>
    limitsText({ ...input.evaluation, ...change });
  assert.doesNotMatch(limits({ changes: [] }), /fewer alarms|judged anew/);
  const { replay } = input.evaluation;
  const fewer = replay.map((one, i) => ({ ...one, falseAlarms: 9 - i }));
  assert.match(limits({ replay: fewer }), /larger budget has fewer alarms/);
  const move = {
    ...{ feature: "cpu-user", unit: "cores", from: 1, to: 2, until: null },
    ...{ since: "2026-03-01T08:10:00Z", incident: null },
    judgedFrom: "2026-03-02T08:10:00Z",
  };
  assert.match(limits({ changes: [move] }), /a run at it may count otherwise/);
});

Deno.test("replaySections() is none where labels name no event: what was judged false is not to be caught", () => {
  const input = sampleReportInput();
  const { labels, replay } = input.evaluation;
  const evaluation = {
    ...input.evaluation,
    labels: { ...labels!, events: 0, perEvent: [] },
    replay: replay.map((budget) => ({ ...budget, events: [], falseAlarms: 3 })),
  };
  assert.deepEqual(replaySections(toReportView({ ...input, evaluation })), []);
});

Deno.test("replaySections() is none where there was nothing to catch", () => {
  const quiet = sampleReportInput({ incidents: 0, labels: "none" });
  assert.deepEqual(replaySections(toReportView(quiet)), []);
});

Deno.test("replaySections() shows of very many those in detail, and says so", () => {
  const many = sampleReportInput({
    incidents: 24,
    steps: 2000,
    labels: "none",
  });
  const section = sectionOf(many);
  const [rows] = sectionTables(section);
  assert.ok(rows!.length <= 20);
  assert.match(
    section.blocks.find((block) => block.kind === "table")?.caption ?? "",
    /Not all are shown; evaluation\.json has them\./,
  );
});

Deno.test("rateText() keeps small rates apart from none", () => {
  const texts = [0, 0.001, 0.142, 3.96, 22.7].map(rateText);
  assert.deepEqual(texts, ["0", "< 0.01", "0.14", "4.0", "23"]);
});

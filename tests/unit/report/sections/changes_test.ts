import assert from "node:assert/strict";
import type { ReportInput } from "@lib/report/report_input.ts";
import { postmortem } from "@lib/report/postmortem/postmortem.ts";
import { incidentTimeline } from "@lib/report/postmortem/incident_timeline.ts";
import { reportLead } from "@lib/report/report_lead.ts";
import { toReportView } from "@lib/report/report_view.ts";
import {
  changeLines,
  changeText,
  incidentChangeText,
  levelTexts,
} from "@lib/report/sections/change_words.ts";
import {
  changesList,
  changesTable,
} from "@lib/report/sections/changes_blocks.ts";
import { outsideTrainingTable } from "@lib/report/sections/outside_training_table.ts";
import { sectionTexts } from "../../../support/section_texts.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const cache = {
  ...{ feature: "sys-mem-cache", unit: "bytes", from: 3.1 * 2 ** 30 },
  ...{ to: 1.2 * 2 ** 30, since: "2026-03-01T04:10:00Z" },
};
const options = { intervalMs: 60_000, timeZone: null };
const move = {
  ...cache,
  ...{ judgedFrom: "2026-03-01T08:10:00Z", until: null, incident: "h-1" },
};
const input = sampleReportInput();
const view = toReportView(input);
const withEvaluation = (change: Partial<ReportInput["evaluation"]>) =>
  toReportView({ ...input, evaluation: { ...input.evaluation, ...change } });

Deno.test("changeText() says what moved from where to where, when, and that it stayed", () => {
  assert.equal(
    changeText(cache, options),
    "sys-mem-cache moved from 3.10 GiB to 1.20 GiB at 2026-03-01 04:10 UTC and stayed",
  );
  const until = "2026-03-02T04:10:00Z";
  assert.match(
    changeText({ ...cache, until }, { ...options, timeZone: "Europe/Berlin" }),
    /at 2026-03-01 04:10 UTC \(2026-03-01 05:10.*\) and stayed until 2026-03-02 04:10 UTC \(/,
  );
});

Deno.test("levelTexts() has as many digits as tell the levels apart", () => {
  const near = { unit: "bytes", from: 16 * 2 ** 30, to: 16.01 * 2 ** 30 };
  assert.deepEqual(levelTexts(near), ["16.00 GiB", "16.01 GiB"]);
  assert.equal(levelTexts({ ...near, to: near.from })[1], "16.0000 GiB");
});

Deno.test("changeText() calls no level what goes on moving", () => {
  assert.equal(
    changeText({ ...cache, goesOn: true }, options),
    "sys-mem-cache has gone from 3.10 GiB to 1.20 GiB since 2026-03-01 04:10 UTC, " +
      "and its trend goes on: no level is known at which it stays",
  );
  assert.doesNotMatch(
    incidentChangeText([{ ...cache, goesOn: true }], options),
    /new level|stayed/,
  );
});

Deno.test("incidentChangeText() names three features, and is empty without one", () => {
  assert.equal(incidentChangeText([], options), "");
  assert.match(
    incidentChangeText([cache], options),
    /^A change: sys-mem-cache moved .* and stayed\. From where it is judged against the new level, this is no alarm any more\.$/,
  );
  const five = Array<typeof cache>(5).fill(cache);
  assert.match(
    incidentChangeText(five, options),
    / and 2 more did\. From where they are judged against the new levels/,
  );
});

Deno.test("changeLines() tells what alarmed, ten lines at most", () => {
  assert.deepEqual(changeLines([{ ...move, incident: null }], options), []);
  const lines = changeLines(Array<typeof move>(12).fill(move), options);
  assert.equal(lines.length, 11);
  assert.equal(lines[10], "Change: 2 more are in evaluation.json");
  assert.equal(
    changeLines(Array<typeof move>(11).fill(move), options)[10],
    "Change: 1 more is in evaluation.json",
  );
});

Deno.test("changesList() tells what alarmed, changesTable() also what did not", () => {
  const silent = { ...move, incident: null };
  const changed = withEvaluation({ changes: [move, silent] });
  const list = changesList(changed).find((block) => block.kind === "list");
  assert.equal(list?.kind === "list" ? list.items.length : 0, 1);
  const [table] = changesTable(changed);
  assert.deepEqual(table!.rows.map((row) => row.at(-1)), [
    "no alarm",
    "no alarm",
  ]);
  const [going] = changesTable(
    withEvaluation({ changes: [{ ...move, goesOn: true }] }),
  );
  assert.equal(going!.rows[0]!.at(-2), "goes on");
  const opened = { ...move, incident: view.incidents[0]!.incident.id };
  const [linked] = changesTable(withEvaluation({ changes: [opened] }));
  assert.deepEqual(linked!.rows[0]!.at(-1), {
    ...{ text: "#1", section: view.incidents[0]!.section },
  });
});

Deno.test("nothing is said of changes or of values never seen where there are none", () => {
  const quiet = withEvaluation({ changes: [], outsideTraining: [] });
  assert.deepEqual(changesList(quiet), []);
  assert.deepEqual(changesTable(quiet), []);
  assert.deepEqual(outsideTrainingTable(quiet), []);
});

Deno.test("outsideTrainingTable() says how far beyond on each side, how long and since when", () => {
  const [table] = outsideTrainingTable(withEvaluation({
    outsideTraining: [{
      ...{ feature: "cpu-user", unit: "cores", min: 0.2, max: 0.8 },
      ...{ steps: 90, share: 0.125, lowest: 0.1, highest: 1.5 },
      firstAt: "2026-03-01T04:10:00Z",
    }],
  }));
  assert.deepEqual(table!.rows, [[
    ...["cpu-user", "0.2–0.8 cores", "down to 0.1 cores, up to 1.5 cores"],
    ...["1 h 30 min", "13 %", "2026-03-01 04:10"],
  ]]);
});

Deno.test("an incident that is a change says so in its postmortem and its timeline", () => {
  const one = view.incidents.find(({ incident }) => incident.change !== null)!;
  const [summary] = postmortem(
    toReportView(input, { subject: one.incident.id }),
  ).sections;
  assert.match(sectionTexts(summary!).join("\n"), /^A change: /m);
  const name = one.incident.change!.features[0]!.feature;
  const ends = incidentTimeline(view, one).filter(({ what }) =>
    what.startsWith(`${name} has stayed at `)
  );
  assert.equal(ends.length, 1);
  assert.match(ends[0]!.what, /from here on it is judged against that level/);
});

Deno.test("reportLead() says how far a short history can be trusted", () => {
  const note = "Learned from 5 h only: no daily rhythm.";
  const history = { ...input.evaluation.history, note };
  assert.equal(reportLead(withEvaluation({ history })).caution, note);
});

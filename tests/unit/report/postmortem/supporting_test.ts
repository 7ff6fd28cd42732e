import assert from "node:assert/strict";
import { evidenceFacts } from "@lib/report/postmortem/evidence_facts.ts";
import { supporting } from "@lib/report/postmortem/supporting.ts";
import { toTold } from "@lib/report/postmortem/told.ts";
import type { ReportInput } from "@lib/report/report_input.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTables, sectionTexts } from "../../../support/section_texts.ts";

const INPUT = sampleReportInput();

/** What is told of one incident, by its index. */
function told(index: number, changes: Partial<ReportInput> = {}) {
  const input = { ...INPUT, ...changes };
  const subject = INPUT.incidents[index]!.id;
  return toTold(toReportView(input, { subject }), []);
}

Deno.test("evidenceFacts() has whole hashes, to be copied as they are", () => {
  const { items } = evidenceFacts(told(1));
  const codes = items.filter(({ form }) => form === "code")
    .map(({ value }) => value);
  const { run } = INPUT;
  assert.deepEqual(codes, [
    INPUT.incidents[1]!.id,
    ...run.inputs.flatMap(({ path, sha256 }) => [path, sha256]),
    run.model.name,
    run.model.version,
    run.model.sha256,
    run.command,
  ]);
});

Deno.test("evidenceFacts() counts the files of very many", () => {
  const [file] = INPUT.run.inputs;
  const inputs = Array.from({ length: 30 }, () => file!);
  const { items } = evidenceFacts(told(1, { run: { ...INPUT.run, inputs } }));
  const found = items.find(({ term }) => term === "More files");
  assert.equal(found?.value, "10, in run.json");
  const hashes = items.filter(({ value }) => value === file!.sha256);
  assert.equal(hashes.length, 20);
});

Deno.test("supporting() lists all parameters, and the earlier incidents that one is like", () => {
  const chapter = supporting(told(1));
  const [parameters] = sectionTables({
    ...{ id: "a", title: "a", level: 2 },
    ...chapter,
  });
  assert.deepEqual(
    parameters!.map(([name]) => name),
    Object.keys(INPUT.run.parameters),
  );
  const [seen] = chapter.parts!;
  assert.deepEqual(sectionTexts(seen!).slice(1), [
    "Incident 2: 2026-03-01 11:05–11:18 UTC, seen before:",
    "2026-03-01 08:12–08:19 UTC: almost the same signals (similarity 0.93)",
    "2026-02-11 03:00–03:20 UTC: mostly the same signals, the largest the " +
    "other way (similarity 0.74), label: nightly backup, in " +
    "reports/server-1-20260212",
  ]);
  assert.deepEqual(supporting(told(0)).parts, []);
});

import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { labelsSections } from "@lib/report/sections/labels_section.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTables, sectionTexts } from "../../../support/section_texts.ts";

Deno.test("labelsSections() is empty without labels", () => {
  const view = toReportView(sampleReportInput({ labels: "none" }));
  assert.deepEqual(labelsSections(view), []);
});

Deno.test("labelsSections() tells recall, false alarms and right causes", () => {
  const [section] = labelsSections(toReportView(sampleReportInput()));
  assert.deepEqual(sectionTexts(section!), [
    "Events found: 2 of 3 (67 %)",
    "False alarms: 1 incident without a labelled event (2.15 a day)",
    "First-ranked signal is a labelled cause: 1 of 2",
    "Signals that clear the alarm hold a labelled cause: 1 of 1; as many random metrics: 0.5 on average",
  ]);
});

Deno.test("labelsSections() tells what was marked false or maintenance", () => {
  const input = sampleReportInput();
  const labels = {
    ...input.evaluation.labels!,
    markedFalse: { spans: 2, alarmed: 1 },
    maintenance: { spans: 1, incidents: 3 },
  };
  const evaluation = { ...input.evaluation, labels };
  const [section] = labelsSections(toReportView({ ...input, evaluation }));
  assert.deepEqual(sectionTexts(section!).slice(2, 4), [
    "Marked as no incident: 2 spans, with an incident in 1 of them: a false alarm",
    "Maintenance: 1 span with 3 incidents: neither found, missed nor false, and left out of the days",
  ]);
});

Deno.test("labelsSections() tells how many spans marked false had an alarm, none too", () => {
  const input = sampleReportInput();
  const said = (spans: number, alarmed: number) => {
    const labels = {
      ...input.evaluation.labels!,
      markedFalse: { spans, alarmed },
    };
    const evaluation = { ...input.evaluation, labels };
    const [section] = labelsSections(toReportView({ ...input, evaluation }));
    return sectionTexts(section!)[2];
  };
  assert.deepEqual([said(1, 0), said(3, 0), said(1, 1), said(3, 2)], [
    "Marked as no incident: 1 span, no alarm in it",
    "Marked as no incident: 3 spans, none with an alarm",
    "Marked as no incident: 1 span, with an incident in it: a false alarm",
    "Marked as no incident: 3 spans, with an incident in 2 of them: false alarms",
  ]);
});

Deno.test("labelsSections() lists what was found of each event, and what was missed", () => {
  const [section] = labelsSections(toReportView(sampleReportInput()));
  const [rows] = sectionTables(section!);
  assert.deepEqual(rows?.[0], [
    "07:10–07:20",
    "a slow creep",
    "—",
    "missed",
    "—",
    "—",
  ]);
  assert.deepEqual(rows?.[1]?.slice(1), [
    "stress-ng --hdd 2",
    "disk-bytes-written, cpu-user",
    "#1",
    "1 min",
    "cpu-user",
  ]);
});

Deno.test("labelsSections() calls no delay what an incident was on before", () => {
  const input = sampleReportInput();
  const labels = input.evaluation.labels!;
  const [event] = labels.perEvent.filter(({ incident }) => incident !== null);
  const { start } = input.incidents.find(({ id }) => id === event!.incident)!;
  const textOf = (event: typeof labels.perEvent[number]) => {
    const evaluation = {
      ...input.evaluation,
      labels: { ...labels, perEvent: [event] },
    };
    const [section] = labelsSections(toReportView({ ...input, evaluation }));
    return sectionTables(section!)[0]?.[0]?.[4];
  };
  const later = new Date(Date.parse(start) + 60_000).toISOString();
  const known = { ...event!, delaySeconds: 0 };
  assert.equal(textOf({ ...known, start: later }), "on already");
  assert.equal(textOf({ ...known, start }), "at once");
});

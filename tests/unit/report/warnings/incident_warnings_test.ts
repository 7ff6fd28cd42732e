import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { incidentTimeline } from "@lib/report/postmortem/incident_timeline.ts";
import { incidentWarnings } from "@lib/report/warnings/incident_warnings.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const view = toReportView(sampleReportInput());
const [first, second] = view.incidents;

Deno.test("incidentWarnings() tells and draws what was about to run out", async () => {
  const blocks = await incidentWarnings(view, second!);
  assert.deepEqual(blocks.map(({ kind }) => kind), ["note", "figure"]);
  const [note, figure] = blocks;
  assert.ok(note?.kind === "note" && figure?.kind === "figure");
  assert.match(note.text, /^When it began, the trend of sys-mem-available /);
  assert.equal(figure.id, "incident-2-warning-1");
  assert.match(
    figure.alt,
    /^sys-mem-available on its way to 0 B at 2026-03-01/,
  );
});

Deno.test("incidentWarnings() is nothing where nothing was", async () => {
  assert.deepEqual(await incidentWarnings(view, first!), []);
});

Deno.test("nearWarnings() passes over what would have run out days later", () => {
  const { incident } = second!;
  const [warning] = incident.earlyWarnings;
  const later = new Date(Date.parse(incident.start) + 25 * 3_600_000);
  const far = { ...warning!, exhaustedAt: later.toISOString() };
  const both = { ...incident, earlyWarnings: [warning!, far] };
  assert.deepEqual(nearWarnings(both), [warning]);
});

Deno.test("incidentTimeline() tells since when the warning stood", () => {
  const [entry] = incidentTimeline(view, second!);
  const [warning] = second!.incident.earlyWarnings;
  assert.equal(entry?.ms, Date.parse(warning!.standingSince));
  assert.match(
    entry.what,
    /^the trend of sys-mem-available points to its limit/,
  );
});

import assert from "node:assert/strict";
import type { IncidentWarning } from "@lib/detect/trend/incident_warning.ts";
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

Deno.test("incidentTimeline() tells since when the warning stood", () => {
  const [entry] = incidentTimeline(view, second!);
  const [warning] = second!.incident.warnedOf;
  assert.equal(entry?.ms, Date.parse(warning!.standingSince));
  assert.match(
    entry.what,
    /^the trend of sys-mem-available points to its limit/,
  );
});

Deno.test("incidentTimeline() tells what came: the limit, or the turn, and nothing of what is open", () => {
  const [warning] = second!.incident.warnedOf;
  const rows = (kind: IncidentWarning["outcome"]["kind"]) => {
    const outcome = { kind, nearest: 2 ** 30, nearestAt: second!.incident.end };
    const warnedOf = [{ ...warning!, outcome }];
    const one = { ...second!, incident: { ...second!.incident, warnedOf } };
    return incidentTimeline(view, one).filter(({ of }) => of === "warning")
      .slice(1).map(({ ms, what }) => [new Date(ms).toISOString(), what]);
  };
  const at = new Date(second!.incident.end).toISOString();
  assert.deepEqual(rows("open"), []);
  assert.deepEqual(rows("reached"), [[at, "sys-mem-available reaches 0 B"]]);
  assert.deepEqual(rows("turned"), [[
    at,
    "sys-mem-available is at 1.00 GiB, the nearest to its limit, and goes back",
  ]]);
});

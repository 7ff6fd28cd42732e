import assert from "node:assert/strict";
import { clockOf, shortTime, timeIn } from "@lib/report/incident_clock.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

const day = toReportView(sampleReportInput({ steps: 720 }));
const days = toReportView(sampleReportInput({ steps: 2000 }));
const incident = { start: "2026-03-01T23:50:00Z" };
const [before, after] = [
  Date.UTC(2026, 2, 1, 23, 55),
  Date.UTC(2026, 2, 2, 0, 5),
];

Deno.test("clockOf() leaves dates out where all of the table is of one day", () => {
  assert.deepEqual(clockOf(day), { intervalMs: 60_000, date: "left out" });
  assert.deepEqual(clockOf(days), { intervalMs: 60_000, date: "shown" });
});

Deno.test("timeIn() tells the date only of another day than the incident's", () => {
  assert.equal(timeIn(days, incident, { ms: before }), "23:55 UTC");
  assert.equal(timeIn(days, incident, { ms: after }), "2026-03-02 00:05 UTC");
});

Deno.test("shortTime() is as short as it is clear", () => {
  assert.equal(shortTime(day, before), "23:55");
  assert.equal(shortTime(days, before), "03-01 23:55");
});

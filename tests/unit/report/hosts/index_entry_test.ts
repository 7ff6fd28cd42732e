import assert from "node:assert/strict";
import { indexEntry } from "@lib/report/hosts/index_entry.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const INPUT = { ...sampleReportInput(), intervalMs: 60_000 };
const HOST = { host: "server-1", link: "server-1/report.html" };

Deno.test("indexEntry() tells peak, counts, time above the threshold and each incident", () => {
  const entry = indexEntry(HOST, INPUT);
  assert.equal(entry.peakScore, Math.max(...INPUT.score.filter((s) => s > 0)));
  assert.deepEqual([entry.incidents, entry.outages], [3, 1]);
  assert.equal(
    entry.aboveSeconds,
    60 * INPUT.score.filter((score) => score >= 1).length,
  );
  const { id, ...third } = entry.found[2]!;
  assert.match(id, /^server-1-/);
  assert.deepEqual({ ...third, peakScore: Math.floor(third.peakScore!) }, {
    number: 3,
    kind: "anomaly",
    severity: "critical",
    start: "2026-03-01T13:58:00Z",
    end: "2026-03-01T14:17:00Z",
    durationSeconds: 1200,
    peakScore: 12,
    signals: ["sys-mem-available", "disk-bytes-written", "sys-fork-rate"],
    section: "incident-3",
  });
  assert.deepEqual(entry.found[3]?.signals, [], "an outage blames nothing");
});

Deno.test("indexEntry() names the largest shares where no signal is a cause", () => {
  const incidents = INPUT.incidents.map((incident) => ({
    ...incident,
    contributions: incident.contributions.map((one) => (
      { ...one, isCause: false }
    )),
  }));
  const { found } = indexEntry(HOST, { ...INPUT, incidents });
  assert.equal(found[0]?.signals.length, 3);
});

Deno.test("indexEntry() leads to a part of the report only where there is one", () => {
  const many = sampleReportInput({
    steps: 3000,
    incidents: 30,
    outages: "none",
  });
  const { found } = indexEntry(HOST, { ...many, intervalMs: 60_000 });
  assert.equal(found.filter(({ section }) => section !== null).length, 20);
});

Deno.test("indexEntry() of a host of which nothing was scored has no peak", () => {
  const score = new Float32Array(720).fill(NaN);
  const entry = indexEntry(HOST, { ...INPUT, score });
  assert.equal(entry.peakScore, null);
  assert.equal(entry.aboveSeconds, 0);
});

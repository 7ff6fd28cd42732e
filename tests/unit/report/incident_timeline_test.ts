import assert from "node:assert/strict";
import { incidentTimeline } from "@lib/report/incident_timeline.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

const view = toReportView(sampleReportInput());

Deno.test("incidentTimeline() tells alarm, peak and signals in the order of time", () => {
  const one = view.incidents[2]!;
  const entries = incidentTimeline(view, one);
  const times = entries.map(({ ms }) => ms);
  assert.deepEqual(times, times.toSorted((a, b) => a - b));
  const scores = entries.filter(({ source }) => source === "score");
  assert.deepEqual(
    scores.map(({ ms }) => new Date(ms).toISOString().replace(".000", "")),
    [
      one.incident.start,
      one.incident.peak,
      new Date(Date.parse(one.incident.start) + one.durationMs).toISOString()
        .replace(".000", ""),
    ],
  );
  const causes = one.incident.contributions.filter(({ isCause }) => isCause);
  assert.ok(causes.length > 0);
  for (const { feature, onset } of causes) {
    const [left, back] = entries.filter(({ source }) => source === feature);
    assert.equal(left?.ms, Date.parse(onset ?? ""));
    assert.match(
      left?.what ?? "",
      /leaves its band (up|down)wards, as far as .* \(expected /,
    );
    assert.match(back?.what ?? "", /is back in its band/);
  }
});

Deno.test("incidentTimeline() of an outage tells when the server could be read again", () => {
  const one = view.incidents.find(({ incident }) =>
    incident.kind === "outage"
  )!;
  const entries = incidentTimeline(view, one);
  assert.deepEqual(entries.map(({ source }) => source), [
    "server-up",
    "server-up",
  ]);
  assert.equal(entries[1]!.ms - entries[0]!.ms, one.durationMs);
});

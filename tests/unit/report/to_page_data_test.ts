import assert from "node:assert/strict";
import { toPageData } from "@lib/report/to_page_data.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

const input = sampleReportInput();

Deno.test("toPageData() tells the clock, and incidents with their signals", () => {
  const run = {
    ...input.run,
    parameters: { ...input.run.parameters, "time-zone": "Europe/Berlin" },
  };
  const data = toPageData(toReportView({ ...input, run }));
  assert.equal(data.host, input.table.host);
  assert.equal(data.timeZone, "Europe/Berlin");
  assert.equal(data.intervalMs, 60_000);
  const [first] = data.incidents;
  const { contributions, ...incident } = input.incidents[0]!;
  assert.deepEqual(first, {
    id: incident.id,
    number: 1,
    section: "incident-1",
    kind: "anomaly",
    start: incident.start,
    end: incident.end,
    peakScore: incident.peakScore,
    signals: contributions.filter(({ isCause }) => isCause)
      .map(({ feature }) => feature),
  });
  assert.equal(data.incidents.at(-1)?.kind, "outage");
  assert.deepEqual(JSON.parse(JSON.stringify(data)), data, "plain values");
});

Deno.test("toPageData() names the three largest shares where nothing is a cause", () => {
  const incidents = input.incidents.map((incident) => ({
    ...incident,
    contributions: incident.contributions
      .map((one) => ({ ...one, isCause: false })),
  }));
  const [first] = toPageData(toReportView({ ...input, incidents })).incidents;
  const names = incidents[0]!.contributions.map(({ feature }) => feature);
  assert.ok(names.length > 3);
  assert.deepEqual(first?.signals, names.slice(0, 3));
});

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
    signals: contributions.filter(({ isCause }) => isCause)
      .map(({ feature }) => feature),
  });
  assert.equal(data.incidents.at(-1)?.kind, "outage");
  assert.deepEqual(JSON.parse(JSON.stringify(data)), data, "plain values");
});

Deno.test("toPageData() keys marks by model and data, and writes them on the data's clock", () => {
  const { marks } = toPageData(toReportView(input));
  assert.deepEqual(marks, {
    key: "20260301T060000Z-1-9f86d081884c",
    times: "instants",
  });
  const facts = { ...input.table.facts, clock: "unplaced" as const };
  const table = { ...input.table, facts };
  const again = { ...input.run, startedAt: "2027-01-01T00:00:00Z" };
  assert.deepEqual(
    toPageData(toReportView({ ...input, table, run: again })).marks,
    { key: marks?.key, times: "seconds" },
  );
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

Deno.test("toPageData() of one incident knows the others, leads to none, and keeps its mark apart", () => {
  const { id } = input.incidents[1]!;
  const data = toPageData(toReportView(input, { subject: id }));
  assert.equal(data.subject, id);
  assert.deepEqual(
    data.incidents.map(({ section }) => section),
    [null, "incident-2", null, null],
  );
  assert.equal(data.marks?.key, `20260301T060000Z-1-9f86d081884c-${id}`);
  assert.ok(!("subject" in toPageData(toReportView(input))));
});

import assert from "node:assert/strict";
import { MOST_DETAILED } from "@lib/report/detailed_incidents.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

Deno.test("toReportView() numbers incidents and finds their steps", () => {
  const input = sampleReportInput();
  const { incidents, chartIncidents } = toReportView(input);
  const third = incidents[2]!;
  assert.equal(third.number, 3);
  assert.equal(third.section, "incident-3");
  assert.deepEqual(third.range, { start: 478, end: 498 });
  assert.equal(third.durationMs, 20 * 60_000);
  assert.deepEqual(chartIncidents[3], {
    number: 4,
    startMs: Date.parse(input.incidents[3]!.start),
    endMs: Date.parse(input.incidents[3]!.end) + 60_000,
    kind: "outage",
  });
});

Deno.test("toReportView() details the highest peaks of very many", () => {
  const input = sampleReportInput({
    steps: 3000,
    incidents: 40,
    outages: "none",
  });
  const { incidents } = toReportView(input);
  const height = ({ incident }: (typeof incidents)[number]) =>
    incident.peakScore ?? Infinity;
  const detailed = incidents.filter(({ section }) => section !== null);
  const others = incidents.filter(({ section }) => section === null);
  assert.equal(detailed.length, MOST_DETAILED);
  assert.ok(
    Math.min(...detailed.map(height)) >= Math.max(...others.map(height)),
  );
});

Deno.test("toReportView() details an outage among very many", () => {
  const input = sampleReportInput({ steps: 240, incidents: 1 });
  const [anomaly, outage] = input.incidents;
  const many = Array.from({ length: 30 }, () => anomaly!);
  const { incidents } = toReportView({
    ...input,
    incidents: [...many, outage!],
  });
  assert.equal(incidents.at(-1)?.section, "incident-31");
});

Deno.test("toReportView() keeps an incident inside the table", () => {
  const input = sampleReportInput({ steps: 240, incidents: 1 });
  const incident = {
    ...input.incidents[0]!,
    start: "2020-01-01T00:00:00Z",
    end: "2030-01-01T00:00:00Z",
  };
  const { incidents } = toReportView({ ...input, incidents: [incident] });
  assert.deepEqual(incidents[0]!.range, { start: 0, end: 240 });
});

Deno.test("toReportView() of one incident tells of it alone, also of one of very many", () => {
  const input = sampleReportInput({ steps: 3000, incidents: 40 });
  const whole = toReportView(input);
  assert.equal(whole.subject, null);
  assert.equal(whole.told, whole.incidents);
  const calm = whole.incidents.find(({ section }) => section === null)!;
  const { id } = calm.incident;
  const view = toReportView(input, { subject: id });
  assert.equal(view.subject?.incident.id, id);
  assert.equal(view.subject?.section, `incident-${calm.number}`);
  assert.deepEqual(view.told, [view.subject]);
  const linked = view.incidents.filter(({ section }) => section !== null);
  assert.deepEqual(linked, [view.subject]);
  const own = view.chartIncidents.filter(({ isAside = false }) => !isAside);
  assert.deepEqual(own.map(({ number }) => number), [calm.number]);
});

import assert from "node:assert/strict";
import type { NumberedIncident, ReportView } from "@lib/report/report_view.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { signalSpans } from "@lib/report/signal_spans.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

const base = toReportView(sampleReportInput());
const first = base.incidents[0]!;
const [name, other] = base.series.map((series) => series.name);
const time = (step: number) =>
  base.input.table.startMs + step * base.input.table.intervalMs;
const iso = (step: number) => new Date(time(step)).toISOString();

/** An incident of steps 50 to 59 in which one signal is outside at some steps. */
function story(
  outside: readonly number[],
  onset: number,
): [ReportView, NumberedIncident] {
  const errors = new Float32Array(base.input.table.steps);
  for (const t of outside) errors[t] = 2;
  const series = base.series.map((one) =>
    one.name === name ? { ...one, expected: { ...one.expected!, errors } } : one
  );
  const blank = first.incident.contributions[0]!;
  const contributions = [
    { ...blank, feature: name!, isCause: true, onset: iso(onset) },
    { ...blank, feature: other!, isCause: false, onset: null },
  ];
  const incident = { ...first.incident, contributions };
  const range = { start: 50, end: 60 };
  return [{ ...base, series }, { ...first, incident, range }];
}

Deno.test("signalSpans() ends after the last step outside in the incident", () => {
  assert.deepEqual(signalSpans(...story([48, 49, 50, 51, 55], 48)), [
    { feature: name, startMs: time(48), endMs: time(56), isOver: true },
  ]);
});

Deno.test("signalSpans() follows a signal that stays outside when the alarm is over", () => {
  const [span] = signalSpans(...story([55, 56, 57, 58, 59, 60, 61, 70], 55));
  assert.equal(span?.endMs, time(62));
});

Deno.test("signalSpans() tells a signal that is outside to the end of the data", () => {
  const { steps } = base.input.table;
  const all = Array.from({ length: steps - 55 }, (_, i) => 55 + i);
  const [span] = signalSpans(...story(all, 55));
  assert.deepEqual([span?.endMs, span?.isOver], [time(steps), false]);
});

Deno.test("signalSpans() lists signals in the order in which they left", () => {
  for (const one of base.incidents) {
    const starts = signalSpans(base, one).map(({ startMs }) => startMs);
    assert.deepEqual(starts, starts.toSorted((a, b) => a - b));
  }
  assert.ok(base.incidents.some((one) => signalSpans(base, one).length > 1));
});

Deno.test("signalSpans() has none of an outage", () => {
  const outage = base.incidents.find(({ incident }) =>
    incident.kind === "outage"
  );
  assert.deepEqual(signalSpans(base, outage!), []);
});

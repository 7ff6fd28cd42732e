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
  { unscored = [], filledIn = [], down = [] }: {
    readonly unscored?: readonly number[];
    readonly filledIn?: readonly number[];
    readonly down?: readonly number[];
  } = {},
): [ReportView, NumberedIncident] {
  const { table } = base.input;
  const errors = new Float32Array(table.steps);
  const values = new Float32Array(table.steps);
  const up = new Uint8Array(table.steps).fill(1);
  for (const t of outside) errors[t] = 2;
  for (const t of [...unscored, ...down]) [errors[t], values[t]] = [NaN, NaN];
  for (const t of filledIn) values[t] = NaN;
  for (const t of down) up[t] = 0;
  const series = base.series.map((one) =>
    one.name === name
      ? { ...one, values, expected: { ...one.expected!, errors } }
      : one
  );
  const blank = first.incident.contributions[0]!;
  const contributions = [
    { ...blank, feature: name!, isCause: true, onset: iso(onset) },
    { ...blank, feature: other!, isCause: false, onset: null },
  ];
  const incident = { ...first.incident, contributions };
  const range = { start: 50, end: 60 };
  const input = { ...base.input, table: { ...table, up } };
  return [{ ...base, input, series }, { ...first, incident, range }];
}

Deno.test("signalSpans() ends after the last step outside in the incident", () => {
  assert.deepEqual(signalSpans(...story([48, 49, 50, 51, 55], 48)), [
    {
      feature: name,
      startMs: time(48),
      isStartSeen: true,
      endMs: time(56),
      outsideMs: 5 * base.input.table.intervalMs,
      end: "seen",
    },
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
  assert.deepEqual([span?.endMs, span?.end], [time(steps), "data ends"]);
});

Deno.test("signalSpans() does not take the start of a gap or an outage for a return", () => {
  const outside = [57, 58, 59];
  const lost = [60, 61, 62];
  const [gap] = signalSpans(...story(outside, 57, { unscored: lost }));
  assert.deepEqual([gap?.endMs, gap?.end], [time(60), "gap"]);
  const [outage] = signalSpans(...story(outside, 57, { down: lost }));
  assert.deepEqual([outage?.endMs, outage?.end], [time(60), "outage"]);
});

Deno.test("signalSpans() knows whether a signal was seen to leave", () => {
  const early = { unscored: [53, 54] };
  const [span] = signalSpans(...story([55, 56], 55, early));
  assert.equal(span?.isStartSeen, false);
});

Deno.test("signalSpans() does not take a value that was filled in for a return", () => {
  const slow = { filledIn: [56, 57, 58, 59, 61, 62, 63, 64] };
  const [back] = signalSpans(...story([55, 60], 55, slow));
  assert.deepEqual([back?.endMs, back?.end], [time(65), "seen"]);
  const lost = { ...slow, unscored: [65] };
  const [never] = signalSpans(...story([55, 60], 55, lost));
  assert.deepEqual([never?.endMs, never?.end], [time(61), "gap"]);
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

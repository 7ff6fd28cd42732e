import assert from "node:assert/strict";
import { stepTime } from "@lib/frame/metric_table.ts";
import { incidentTimeline } from "@lib/report/postmortem/incident_timeline.ts";
import { type ReportView, toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

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
  assert.match(
    entries[1]!.what,
    /^the server can be read again, after 14 min$/,
  );
});

/** The sample as it would be had the recording stopped before a step. */
function until(steps: number): ReportView {
  const { table, ...input } = view.input;
  const incidents = input.incidents.filter(({ start }) =>
    Date.parse(start) < stepTime(table, steps)
  );
  return toReportView({ ...input, incidents, table: { ...table, steps } });
}

Deno.test("incidentTimeline() says that an outage lasts to the end of the data", () => {
  const { range } = view.incidents.at(-1)!;
  const cut = until(range.end);
  const entries = incidentTimeline(cut, cut.incidents.at(-1)!);
  assert.equal(
    entries.at(-1)?.what,
    "the server cannot be read where the data end, after 14 min",
  );
});

Deno.test("incidentTimeline() does not take a gap after an outage for a return", () => {
  const one = view.incidents.at(-1)!;
  const { table } = view.input;
  const width = table.metrics.length;
  const values = table.values.slice();
  values.fill(NaN, one.range.end * width, (one.range.end + 1) * width);
  const input = { ...view.input, table: { ...table, values } };
  const last = incidentTimeline({ ...view, input }, one).at(-1);
  assert.match(
    last?.what ?? "",
    /^the server cannot be read where a gap begins/,
  );
});

Deno.test("incidentTimeline() says of an incident only what the score showed", () => {
  const one = view.incidents[2]!;
  const whats = (change: (score: Float32Array, up: Uint8Array) => void) => {
    const score = view.input.score.slice();
    const up = view.input.table.up.slice();
    change(score, up);
    const table = { ...view.input.table, up };
    const input = { ...view.input, score, table };
    return incidentTimeline({ ...view, input }, one)
      .filter(({ source }) => source === "score").map(({ what }) => what);
  };
  const { start, end } = one.range;
  assert.match(whats(() => {}).at(-1)!, /is below its threshold again, after/);
  assert.match(
    whats((score) => score.fill(NaN, end, end + 3)).at(-1)!,
    /^the score is above its threshold where a gap begins, after/,
  );
  assert.match(
    whats((score, up) => [score[end], up[end]] = [NaN, 0]).at(-1)!,
    /^the score is above its threshold where the server can no longer be read/,
  );
  assert.match(
    whats((score) => score.fill(NaN, 0, start))[0]!,
    /^the score is above its threshold where scoring begins$/,
  );
  const cut = until(end);
  assert.match(
    incidentTimeline(cut, cut.incidents[2]!).at(-1)!.what,
    /where the data end/,
  );
});

Deno.test("incidentTimeline() says of a signal only what was seen", () => {
  const one = view.incidents[2]!;
  const onset = one.range.start + 1;
  const series = view.series.map(({ expected, ...rest }) => {
    const errors = expected!.errors.slice().fill(NaN, 0, onset)
      .fill(NaN, one.range.end);
    return { ...rest, expected: { ...expected!, errors } };
  });
  const whats = incidentTimeline({ ...view, series }, one)
    .filter(({ source }) => source !== "score").map(({ what }) => what);
  const begins = whats.filter((what) =>
    / where scoring begins (?:up|down)wards/.test(what)
  );
  const ends = whats.filter((what) =>
    /in its last value, where a gap begins$/.test(what)
  );
  assert.ok(begins.length > 0);
  assert.deepEqual(whats.toSorted(), [...begins, ...ends].toSorted());
});

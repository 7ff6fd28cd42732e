import assert from "node:assert/strict";
import { withSeenBefore } from "@lib/pipeline/earlier/with_seen_before.ts";
import type { LabelledSpan } from "@lib/frame/labelled_span.ts";
import type { EarlierIncident } from "@lib/detect/seen_before.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const { incidents } = sampleReportInput({ incidents: 2, outages: "none" });
// The second with the first one's signals.
const pair = [incidents[0]!, {
  ...incidents[1]!,
  contributions: incidents[0]!.contributions,
}];
const old: EarlierIncident = {
  ...pair[0]!,
  ...{ id: "old", mark: "as it was", source: "reports/old" },
  ...{ start: "2026-01-01T00:00:00Z", end: "2026-01-01T00:10:00Z" },
};
const label = (time: string, note: string) => ({
  ...{ startMs: Date.parse(time), endMs: Date.parse(time), features: [] },
  note,
});
const seenBy = (labels: readonly LabelledSpan[] | null) =>
  withSeenBefore(pair, { earlier: [old], labels, intervalMs: 60_000 })
    .map(({ seenBefore }) =>
      seenBefore.map(({ id, mark, source }) => [id, mark, source])
    );

Deno.test("withSeenBefore() looks in the same run and in earlier ones", () => {
  assert.deepEqual(seenBy(null), [
    [["old", "as it was", "reports/old"]],
    [[pair[0]!.id, null, null], ["old", "as it was", "reports/old"]],
  ]);
});

Deno.test("withSeenBefore() tells a false alarm and maintenance from an incident", () => {
  const at = (mark: "false" | "maintenance", note: string) => {
    const [first] = seenBy([{ ...label(old.start, note), mark }]);
    return first?.[0]?.[1];
  };
  assert.equal(at("false", ""), "false alarm");
  assert.equal(at("false", "known job"), "false alarm: known job");
  assert.equal(at("maintenance", "new kernel"), "maintenance: new kernel");
});

Deno.test("withSeenBefore() says what this run's labels say, before what earlier ones did", () => {
  const [, second] = seenBy([
    label(old.start, "known: backup"),
    label(pair[0]!.start, ""),
  ]);
  assert.deepEqual(second?.map(([, mark]) => mark), [
    "labelled",
    "known: backup",
  ]);
});

Deno.test("withSeenBefore() takes of several labels the one that shares most time", () => {
  const [start, end] = [Date.parse(old.start), Date.parse(old.end)];
  const span = (note: string, startMs: number, endMs: number) => (
    { note, startMs, endMs, features: [] }
  );
  const [first] = seenBy([
    span("the job before", start - 3_600_000, start),
    span("this", start + 60_000, end + 60_000),
    span("the job after", end, end + 3_600_000),
  ]);
  assert.equal(first?.[0]?.[1], "this");
});

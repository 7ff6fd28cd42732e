import assert from "node:assert/strict";
import type { Incident } from "@lib/detect/incident.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { incidentParts } from "@lib/report/sections/incident_parts.ts";
import { sampleCounterfactual } from "../../../support/sample_counterfactual.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTexts } from "../../../support/section_texts.ts";

const INPUT = sampleReportInput();

/** The third incident's part, with some of it changed. */
async function part(changes: Partial<Incident> = {}) {
  const incident = { ...INPUT.incidents[2]!, ...changes };
  const [only] = await Array.fromAsync(incidentParts(
    toReportView({ ...INPUT, incidents: [incident] }),
  ));
  return only!;
}

Deno.test("incidentParts() shows an anomaly in text, three charts and a table", async () => {
  const { title, shortTitle, shape, level, blocks } = await part();
  assert.equal(title, "Incident #1: 13:58–14:17 UTC");
  assert.equal(shortTitle, "#1 13:58");
  assert.equal(shape, "critical");
  assert.equal(level, 3);
  assert.deepEqual(blocks.map(({ kind }) => kind), [
    "facts",
    "paragraph",
    "paragraph",
    "paragraph",
    "paragraph",
    "figure",
    "figure",
    "table",
    "figure",
    "paragraph",
  ]);
});

Deno.test("incidentParts() tells severity, duration and peak", async () => {
  assert.deepEqual(sectionTexts(await part()).slice(0, 3), [
    "Severity: critical",
    "Duration: 20 min",
    "Peak: 12.1 × threshold at 14:12 UTC",
  ]);
});

Deno.test("incidentParts() tells the date where the data are of several days", async () => {
  const long = sampleReportInput({ steps: 2000, incidents: 1 });
  const [only] = await Array.fromAsync(incidentParts(toReportView(long)));
  assert.match(only!.title, /^Incident #1: 2026-03-0\d \d\d:\d\d–/);
  assert.match(only!.shortTitle!, /^#1 03-0\d \d\d:\d\d$/);
  assert.match(sectionTexts(only!)[2]!, /threshold at \d\d:\d\d UTC$/);
});

Deno.test("incidentParts() tells the date of a peak on another day than the start's", async () => {
  const long = sampleReportInput({ steps: 2000, incidents: 1 });
  const incident = {
    ...long.incidents[0]!,
    start: "2026-03-01T23:50:00Z",
    end: "2026-03-02T00:20:00Z",
    peak: "2026-03-02T00:05:00Z",
  };
  const [only] = await Array.fromAsync(incidentParts(
    toReportView({ ...long, incidents: [incident] }),
  ));
  assert.match(sectionTexts(only!)[2]!, /threshold at 2026-03-02 00:05 UTC$/);
});

Deno.test("incidentParts() tells local time where the reader asked for it", async () => {
  const run = { ...INPUT.run, parameters: { "time-zone": "Asia/Kolkata" } };
  const [only] = await Array.fromAsync(
    incidentParts(toReportView({ ...INPUT, run })),
  );
  assert.match(
    sectionTexts(only!)[3]!,
    /^Local time: 2026-03-01 13:42 GMT\+5:30 to /,
  );
});

Deno.test("incidentParts() tells who left its band first", async () => {
  const { contributions } = INPUT.incidents[2]!;
  const texts = sectionTexts(
    await part({
      contributions: contributions.map((contribution, index) => ({
        ...contribution,
        onset: index === 0 ? "2026-03-01T14:02:00Z" : "2026-03-01T13:59:00Z",
      })),
    }),
  );
  assert.equal(
    texts.find((text) => text.startsWith("Order of onset")),
    "Order of onset: disk-bytes-written (above) and sys-fork-rate (above) left " +
      "their expected bands first at the same step, at 13:59 UTC, 1 min after " +
      "the alarm; sys-mem-available (below) followed 3 min later. " +
      "The alarm came first: at its step each signal was inside its band, and " +
      "all together were unusual.",
  );
});

Deno.test("incidentParts() tells how sure it is and why, and nothing where it is not known", async () => {
  const said = (texts: readonly string[]) =>
    texts.filter((text) => text.startsWith("Confidence"));
  assert.deepEqual(said(sectionTexts(await part())), [
    "Confidence: medium, since the model learned from 3 days: less than two weeks.",
  ]);
  assert.deepEqual(said(sectionTexts(await part({ confidence: null }))), []);
});

Deno.test("incidentParts() leaves to the summary what makes all incidents less sure", async () => {
  const parts = await Array.fromAsync(incidentParts(toReportView(INPUT)));
  const said = parts.flatMap(sectionTexts)
    .filter((text) => text.startsWith("Confidence"));
  assert.ok(said.length > 1);
  for (const text of said) {
    assert.match(text, /^Confidence: \w+, .*by what the summary says of all/);
    assert.doesNotMatch(text, /learned from/);
  }
});

Deno.test("incidentParts() tells what would clear the alarm, and shows what it can be checked by", async () => {
  const counterfactual = sampleCounterfactual(INPUT.incidents[2]!);
  const { blocks } = await part({ counterfactual });
  const starts = blocks.map((block) =>
    block.kind === "paragraph"
      ? block.text
      : block.kind === "table"
      ? block.caption
      : block.kind
  ).filter((text) => text.startsWith("What would clear the alarm"));
  assert.equal(starts.length, 2);
  const none = sectionTexts(await part({ counterfactual: null })).join();
  assert.doesNotMatch(none, /What would clear/);
});

Deno.test("incidentParts() tells which alarm budget would have caught it", async () => {
  const texts = sectionTexts(await part());
  assert.match(
    texts.join(" "),
    /Would have alarmed, .*: 1\/week after 2 min, 1\/day \(this run\) after 1 min/,
  );
});

Deno.test("incidentParts() ends with what it reminds of", async () => {
  const seen = { id: "x", start: "2026-01-01T00:00:00Z" };
  const { blocks } = await part({
    seenBefore: [{
      ...{ ...seen, end: seen.start, similarity: 1, direction: "same" },
      ...{ mark: null, source: null },
    }],
  });
  const last = blocks.at(-1);
  assert.ok(last?.kind === "table" && last.caption.startsWith("Seen before?"));
});

Deno.test("incidentParts() blames no metric for an outage", async () => {
  const outage = INPUT.incidents[3]!;
  const [only] = await Array.fromAsync(incidentParts(
    toReportView({ ...INPUT, incidents: [outage] }),
  ));
  assert.equal(only?.title, "Outage #1: 16:48–17:01 UTC");
  assert.equal(only?.shape, "outage");
  assert.deepEqual(only?.blocks.map(({ kind }) => kind), [
    "facts",
    "paragraph",
    "paragraph",
  ]);
  const text = sectionTexts(only!).find((text) => text.includes("read"));
  assert.match(text!, /could not be read for 14 min/);
  assert.match(text!, /none of them is blamed/);
});

import assert from "node:assert/strict";
import { isoTime } from "@lib/frame/iso_time.ts";
import { buildDocument } from "@lib/report/build_document.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTexts } from "../../../support/section_texts.ts";

const INPUT = sampleReportInput();

/** The report of one incident, by its number. */
const about = async (number: number) =>
  await buildDocument(INPUT, { subject: INPUT.incidents[number - 1]!.id });

const third = await about(3);
const outage = await about(4);

Deno.test("a report of one incident is titled by host, severity, number and times", () => {
  assert.equal(
    third.title,
    "server-1: critical incident #3, 2026-03-01 13:58–14:17 UTC",
  );
  assert.equal(
    third.subtitle,
    "20 min, one of 3 incidents and 1 outage in 2026-03-01 06:00–17:59 UTC, one value every 1 min",
  );
  assert.equal(
    outage.title,
    "server-1: outage #4, 2026-03-01 16:48–17:01 UTC",
  );
});

Deno.test("a report of one incident begins with the incident's own figures", () => {
  const { verdict, figures } = third.lead!;
  assert.match(
    verdict,
    /^It lasted 20 min, 13:58–14:17 UTC, and reached 12\.1 × the threshold: sys-mem-available [\d.]+ GiB, expected .* left their expected bands, 1 min after the alarm\.$/,
  );
  assert.deepEqual(figures.map(({ term, value }) => [term, value]), [
    ["Duration", "20 min"],
    ["Peak", "12.1 ×"],
    ["First signal", "1 min after"],
    ["Delay of the alarm", "1 min"],
    ["Confidence", "medium"],
  ]);
});

Deno.test("a report of an outage blames no metric and doubts no model", () => {
  const { verdict, caution, figures } = outage.lead!;
  assert.equal(
    verdict,
    "The server could not be read for 14 min, 16:48–17:01 UTC. Nothing is known of its metrics in that time.",
  );
  assert.equal(caution, null);
  assert.deepEqual(figures.map(({ term, value }) => [term, value]), [
    ["Duration", "14 min"],
    ["Outages before", "0"],
  ]);
  const summary = sectionTexts(outage.sections[0]!).join(" ");
  assert.doesNotMatch(summary, /weaker|contributing/);
});

Deno.test("a report of one incident warns of its own metrics alone", async () => {
  assert.equal(third.lead?.warnings.length, 1);
  assert.match(
    third.lead?.warnings[0]?.text ?? "",
    /^sys-mem-available reaches/,
  );
  const first = await about(1);
  assert.deepEqual(first.lead?.warnings, []);
  assert.ok(first.sections.every(({ id }) => id !== "early-warnings"));
});

Deno.test("a report of one incident tells one delay everywhere, also where nothing was replayed", async () => {
  const early = INPUT.incidents[2]!;
  const onset = isoTime(Date.parse(early.start) - 9 * 60_000);
  const incident = {
    ...early,
    contributions: early.contributions.map((one) => ({ ...one, onset })),
  };
  const evaluation = { ...INPUT.evaluation, replay: [] };
  const { lead, postmortem } = await buildDocument(
    { ...INPUT, incidents: [incident], evaluation },
    { subject: incident.id },
  );
  const delay = lead?.figures.find(({ term }) => /^Delay/.test(term));
  assert.equal(delay?.value, "9 min");
  assert.equal(delay.section, null);
  const detection = postmortem!.sections
    .find(({ title }) => title === "Detection and delay");
  assert.equal(sectionTexts(detection!)[3], "Delay: 9 min");
});

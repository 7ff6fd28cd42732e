import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { blindSpotsSection } from "@lib/report/sections/blind_spots_section.ts";
import type { ReportInput } from "@lib/report/report_input.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTexts } from "../../../support/section_texts.ts";

const INPUT = sampleReportInput();

const texts = (input: ReportInput) =>
  sectionTexts(blindSpotsSection(toReportView(input)));

Deno.test("blindSpotsSection() tells everything that the sample could not show", () => {
  assert.deepEqual(texts(INPUT), [
    "The server could not be read for 14 min (1 outage): nothing is known of its metrics in that time.",
    "Steps without a score: 50 of 720 (6.9 %), since the data have 2 gaps, and the model needs a whole window of values at the start and after each gap. An incident in that time would not be seen.",
    "0.4 % of all values were filled in over short gaps, most in cpu-user (0.4 %).",
    "2 columns were left out: sys-mem-total (always 16.0 GiB in training) and disk-io-read (the model knows it, this table does not).",
    "5 metrics left the range that the model learned from, where its expectation is less certain: sys-mem-available in 4.6 % of its steps (learned: 8.3–9.7 GiB), disk-bytes-written in 2.7 % of its steps (learned: 3.4–21 MiB/s), sys-fork-rate in 2.7 % of its steps (learned: 8.6–19 /s), load-1m in 1.7 % of its steps (learned: 0.8–2.4) and cpu-user in 0.7 % of its steps (learned: 0.62–1.8 cores).",
    "Learned from 2 d: less than a week shows no weekly rhythm, so that a weekend may look abnormal.",
    "The times in the data have no zone and were taken as UTC. If they are local times, all times here are off by the zone's offset.",
    "Only the metrics in this report were looked at. Nothing is known from it of requests, services, the network or other servers.",
  ]);
});

Deno.test("blindSpotsSection() of complete data says only what always holds", () => {
  const { table, training } = INPUT;
  const complete: ReportInput = {
    ...INPUT,
    score: INPUT.score.map((value) => Number.isNaN(value) ? 0 : value),
    incidents: [],
    table: {
      ...table,
      gaps: [],
      imputed: table.imputed.map(() => 0),
      excluded: [],
      facts: { ...table.facts, clock: "zoned" },
    },
    training: { ...training, warnings: [] },
    evaluation: { ...INPUT.evaluation, outsideTraining: [] },
  };
  const [only, ...more] = texts(complete);
  assert.match(only!, /^Only the metrics in this report/);
  assert.deepEqual(more, []);
});

Deno.test("blindSpotsSection() tells what was noted in reading", () => {
  const notes = ["The last line of a.csv was cut short and is left out."];
  const facts = { ...INPUT.table.facts, notes };
  const told = texts({ ...INPUT, table: { ...INPUT.table, facts } });
  assert.ok(told.includes(notes[0]!));
});

Deno.test("blindSpotsSection() names a few of many columns", () => {
  const excluded = Array.from({ length: 9 }, (_, i) => ({
    name: `column-${i}`,
    unit: "",
    reason: "empty" as const,
    detail: "",
  }));
  const table = { ...INPUT.table, excluded };
  const text = texts({ ...INPUT, table }).find((one) =>
    one.includes("left out")
  );
  assert.match(text!, /^9 columns were left out: column-0 \(empty\), /);
  assert.match(text!, /column-5 \(empty\) and 3 more\.$/);
});

Deno.test("blindSpotsSection() says that unplaced dates are made up", () => {
  const facts = { ...INPUT.table.facts, clock: "unplaced" as const };
  const table = { ...INPUT.table, facts };
  assert.ok(
    texts({ ...INPUT, table }).some((text) =>
      text.includes("counted from 1970-01-01. --start places them.")
    ),
  );
});

Deno.test("blindSpotsSection() names metrics whose band holds whatever comes", () => {
  const { training, evaluation } = INPUT;
  const features = evaluation.thresholds.features.map((one) =>
    one.feature === "cpu-user" ? { ...one, distance: 23_055 } : one
  );
  const told = texts({
    ...INPUT,
    training,
    evaluation: {
      ...evaluation,
      thresholds: { ...evaluation.thresholds, features },
    },
  });
  const wide = told.filter((text) => text.startsWith("The expected band"));
  assert.deepEqual(wide, [
    "The expected band reaches more than 5 times as far as all that was learned in 1 metric: " +
    "cpu-user ± 23,055 cores (learned: 0.62–1.8 cores). They will hardly ever " +
    "be marked ●. The training data holds something rare there: if it was " +
    "an incident, mark it and train with --exclude.",
  ]);
});

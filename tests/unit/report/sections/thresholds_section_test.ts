import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { thresholdsSection } from "@lib/report/sections/thresholds_section.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTables, sectionTexts } from "../../../support/section_texts.ts";

const section = thresholdsSection(toReportView(sampleReportInput()));

Deno.test("thresholdsSection() tells the budget and what became of it", () => {
  assert.deepEqual(sectionTexts(section), [
    "The score's threshold is fitted to an alarm budget of 1/day; on the part " +
    "of the training data that was kept for it, it gives 0.80 incidents a day. " +
    "In the scored data it gave 3 incidents in 11 h 10 min.",
  ]);
});

Deno.test("thresholdsSection() tells a rate where there was a day to have one", () => {
  const long = thresholdsSection(
    toReportView(sampleReportInput({ steps: 2880 })),
  );
  assert.match(sectionTexts(long)[0]!, /it gave \d[.\d]* incidents a day\.$/);
});

Deno.test("thresholdsSection() lists own thresholds in units, most passed first", () => {
  const [rows] = sectionTables(section);
  assert.equal(rows?.length, 7);
  assert.deepEqual(rows?.[0], [
    "sys-mem-available",
    "± 288 MiB",
    "31",
    "4.6 %",
  ]);
  assert.deepEqual(rows?.[6], ["sys-thermal", "± 0.018 °C/s", "0", "0 %"]);
});

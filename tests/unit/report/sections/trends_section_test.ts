import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { trendsSection } from "@lib/report/sections/trends_section.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTexts } from "../../../support/section_texts.ts";

Deno.test("trendsSection() shows every metric, causes first by their largest share", async () => {
  const view = toReportView(sampleReportInput());
  const { blocks } = await trendsSection(view);
  const captions = blocks.flatMap((block) =>
    block.kind === "figure" ? [block.caption] : []
  );
  assert.deepEqual(captions.map((caption) => caption.split(":")[0]), [
    "cpu-user",
    "load-1m",
    "sys-mem-available",
    "disk-bytes-written",
    "sys-fork-rate",
    "disk-io-time",
    "sys-thermal",
  ]);
  assert.equal(captions[0], "cpu-user: 5 steps outside its band (0.7 %).");
  assert.equal(captions[6], "sys-thermal: never outside its band.");
});

Deno.test("trendsSection() says how many come first, and nothing of it without incidents", async () => {
  const first = async (incidents: number) => {
    const input = sampleReportInput({ steps: 240, incidents, outages: "none" });
    return sectionTexts(await trendsSection(toReportView(input)))[0];
  };
  assert.match((await first(2))!, /in an incident come first \(\d\)\.$/);
  assert.doesNotMatch((await first(0))!, /come first/);
});

Deno.test("trendsSection() draws a limited number and says what is left", async () => {
  const input = sampleReportInput({ steps: 60, features: 63, incidents: 0 });
  const section = await trendsSection(toReportView(input));
  const figures = section.blocks.filter(({ kind }) => kind === "figure");
  assert.equal(figures.length, 60);
  assert.match(sectionTexts(section)[0]!, /3 further metrics are not drawn/);
});

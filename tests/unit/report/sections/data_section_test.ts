import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { dataSection } from "@lib/report/sections/data_section.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTables } from "../../../support/section_texts.ts";

const section = () => dataSection(toReportView(sampleReportInput()));

Deno.test("dataSection() gives each metric's numbers in its unit", async () => {
  const [metrics, excluded] = sectionTables(await section());
  assert.deepEqual(metrics?.[3], [
    "disk-bytes-written",
    "bytes/s",
    "4.51 MiB/s",
    "11.1 MiB/s",
    "48.4 MiB/s",
    "2.9 %",
    "0.4 %",
  ]);
  assert.equal(metrics?.[1]?.[1], "plain number");
  assert.deepEqual(excluded?.[0], [
    "sys-mem-total",
    "constant",
    "always 16.0 GiB in training",
  ]);
});

Deno.test("dataSection() has no table of left out columns where none was", async () => {
  const input = sampleReportInput({ steps: 60 });
  const table = { ...input.table, excluded: [] };
  const found = await dataSection(toReportView({ ...input, table }));
  assert.equal(sectionTables(found).length, 1);
});

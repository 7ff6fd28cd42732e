import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { incidentsSection } from "@lib/report/sections/incidents_section.ts";
import {
  sampleReportInput,
  type SampleReportOptions,
} from "../../../support/sample_report_input.ts";
import { sectionTables, sectionTexts } from "../../../support/section_texts.ts";

const section = (options: SampleReportOptions = {}) =>
  incidentsSection(toReportView(sampleReportInput(options)));

Deno.test("incidentsSection() lists time, duration, severity, score and signals", () => {
  const [rows] = sectionTables(section());
  assert.deepEqual(rows?.[2], [
    "#3",
    "13:58–14:17",
    "20 min",
    "critical",
    "12.1 ×",
    "medium",
    "● sys-mem-available 73 %, ● disk-bytes-written 18 %, ● sys-fork-rate 8.3 %",
  ]);
  assert.deepEqual(rows?.[3]?.slice(3), [
    "critical",
    "—",
    "high",
    "outage: the server could not be read",
  ]);
});

Deno.test("incidentsSection() links each row to its part", () => {
  const { blocks } = section();
  const table = blocks.find((block) => block.kind === "table");
  assert.deepEqual(table?.rows[0]?.[0], { text: "#1", section: "incident-1" });
});

Deno.test("incidentsSection() says which of very many are shown in detail", () => {
  const many = section({ steps: 9000, incidents: 230, outages: "none" });
  const texts = sectionTexts(many);
  assert.match(
    texts[0]!,
    /^The 20 incidents with the highest peaks .* the other 210 are in the table only\.$/,
  );
  assert.match(texts[1]!, /^The table holds the first 200 of 230/);
  const table = many.blocks.find((block) => block.kind === "table");
  assert.equal(table?.rows.length, 200);
  const links = table?.rows.filter(([first]) => typeof first !== "string");
  assert.ok(links!.length > 0 && links!.length <= 20);
});

Deno.test("incidentsSection() marks severity and tells local time where it is asked for", () => {
  const input = sampleReportInput({ steps: 2000 });
  const run = { ...input.run, parameters: { "time-zone": "Asia/Kolkata" } };
  const { blocks } = incidentsSection(toReportView({ ...input, run }));
  const table = blocks.find((block) => block.kind === "table");
  assert.equal(table?.columns[2]?.title, "Local time (Asia/Kolkata)");
  const [, time, local, , severity] = table?.rows.at(-1) ?? [];
  assert.match(String(time), /^2026-03-02 \d\d:\d\d–\d\d:\d\d$/);
  assert.match(String(local), /^[23] Mar \d\d:\d\d(–| – 3 Mar )\d\d:\d\d$/);
  assert.deepEqual(severity, { text: "critical", shape: "outage" });
});

Deno.test("incidentsSection() without any says so", () => {
  const { blocks } = section({ incidents: 0, outages: "none" });
  assert.deepEqual(blocks, [{
    kind: "paragraph",
    text: "No incident was found.",
  }]);
});

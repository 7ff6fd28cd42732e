import assert from "node:assert/strict";
import type { Clock } from "@lib/frame/raw_table.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { dataSection } from "@lib/report/sections/data_section.ts";
import {
  sampleReportInput,
  type SampleReportOptions,
} from "../../../support/sample_report_input.ts";
import { sectionTables, sectionTexts } from "../../../support/section_texts.ts";

const section = (options: SampleReportOptions = {}) =>
  dataSection(toReportView(sampleReportInput(options)));

Deno.test("dataSection() tells span, interval, rows, gaps and what was put right", async () => {
  assert.deepEqual(sectionTexts(await section()), [
    "Host: server-1",
    "Span: 2026-03-01 06:00–17:59 UTC (12 h)",
    "Interval: 1 min, 720 steps",
    "Rows read: 715 from data/raw/server-1.csv",
    "Times: written without a zone and taken as UTC",
    "Gaps: 2 gaps, 21 min in all",
    "Put right in reading: 2 rows with the time of another, 1 row out of order, " +
    "3 cells that are no number, 1 infinite value",
  ]);
});

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

Deno.test("dataSection() of clean data says so", async () => {
  const input = sampleReportInput({ outages: "none" });
  const { table } = input;
  const facts = {
    ...table.facts,
    duplicates: 0,
    unordered: 0,
    badCells: [],
    infinite: 0,
  };
  const clean = { ...table, facts, excluded: [] };
  const found = await dataSection(toReportView({ ...input, table: clean }));
  const texts = sectionTexts(found);
  assert.ok(texts.includes("Gaps: none"), texts.join("|"));
  assert.ok(texts.includes("Put right in reading: nothing"), texts.join("|"));
  assert.equal(sectionTables(found).length, 1);
});

Deno.test("dataSection() tells how times were read, for every clock", async () => {
  const input = sampleReportInput({ steps: 60 });
  const clocks: readonly Clock[] = [
    "zoned",
    "epoch",
    "naive",
    "offset",
    "unplaced",
  ];
  const told = await Promise.all(clocks.map(async (clock) => {
    const facts = { ...input.table.facts, clock };
    const table = { ...input.table, facts };
    const found = await dataSection(toReportView({ ...input, table }));
    return sectionTexts(found).find((text) => text.startsWith("Times: "));
  }));
  assert.equal(new Set(told).size, clocks.length);
  assert.match(told[4]!, /1970-01-01/);
});

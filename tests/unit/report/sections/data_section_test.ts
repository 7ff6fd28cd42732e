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
  const evaluation = { ...input.evaluation, changes: [], outsideTraining: [] };
  const found = await dataSection(
    toReportView({ ...input, table, evaluation }),
  );
  assert.equal(sectionTables(found).length, 1);
});

Deno.test("dataSection() puts many columns that were left out for one reason on one line", async () => {
  const input = sampleReportInput({ steps: 60 });
  const unchosen = Array.from({ length: 3000 }, (_, i) => ({
    name: `m${i}`,
    unit: "",
    reason: "unchosen" as const,
    detail: "not named by --metric in training",
  }));
  const [constant] = input.table.excluded;
  assert.ok(constant);
  const table = { ...input.table, excluded: [constant, ...unchosen] };
  const [, excluded] = sectionTables(
    await dataSection(toReportView({ ...input, table })),
  );
  assert.deepEqual(excluded?.map(([name]) => name), [
    "sys-mem-total",
    "m0, m1, m2, m3, m4, m5 and 2994 more",
  ]);
});

Deno.test("dataSection() draws what has values when in figures of 60 metrics", async () => {
  const input = sampleReportInput({ steps: 60 });
  const { metrics, values, imputed, steps } = input.table;
  const [first] = metrics;
  const [band] = input.bands;
  assert.ok(first && band);
  const copies = Array.from({ length: 130 }, (_, f) => (
    { ...first, name: `metric ${f + 1}` }
  ));
  const wide = (of: Float32Array | Uint8Array) =>
    Array.from(
      { length: steps * 130 },
      (_, i) => of[Math.floor(i / 130) * metrics.length] ?? 0,
    );
  const table = {
    ...input.table,
    metrics: copies,
    values: Float32Array.from(wide(values)),
    imputed: Uint8Array.from(wide(imputed)),
  };
  const bands = copies.map(() => band);
  const { blocks } = await dataSection(
    toReportView({ ...input, table, bands }),
  );
  const figures = blocks.filter((block) => block.kind === "figure");
  assert.deepEqual(figures.map(({ id, alt }) => [id, alt]), [
    ["coverage", "Which of metrics 1 to 60 of 130 has values when"],
    ["coverage-2", "Which of metrics 61 to 120 of 130 has values when"],
    ["coverage-3", "Which of metrics 121 to 130 of 130 has values when"],
  ]);
  assert.match(figures[2]?.svg ?? "", /metric 130/);
  assert.doesNotMatch(figures[2]?.svg ?? "", /metric 120/);
});

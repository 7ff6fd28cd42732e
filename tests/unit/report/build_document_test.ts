import assert from "node:assert/strict";
import { buildDocument } from "@lib/report/build_document.ts";
import type { Cell, ReportDocument } from "@lib/report/document.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

const sections = ({ sections }: ReportDocument) => sections.map(({ id }) => id);
const blocks = ({ sections }: ReportDocument) =>
  sections.flatMap(({ blocks }) => blocks);

Deno.test("buildDocument() says in its title what was found in how long", async () => {
  const { title, subtitle, createdAt } = await buildDocument(
    sampleReportInput(),
  );
  assert.equal(title, "server-1: 3 incidents and 1 outage in 12 h");
  assert.equal(subtitle, "2026-03-01 06:00–17:59 UTC, one value every 1 min");
  assert.equal(createdAt.toISOString(), "2026-03-02T08:30:00.000Z");
});

Deno.test("buildDocument() has every chapter, incidents inside theirs", async () => {
  const document = await buildDocument(sampleReportInput());
  assert.deepEqual(sections(document), [
    "summary",
    "incidents",
    "incident-1",
    "incident-2",
    "incident-3",
    "incident-4",
    "early-warnings",
    "replay",
    "data",
    "trends",
    "thresholds",
    "labels",
    "blind-spots",
    "method",
  ]);
});

Deno.test("buildDocument() of a quiet time has neither incidents nor labels", async () => {
  const document = await buildDocument(
    sampleReportInput({ incidents: 0, labels: "none", outages: "none" }),
  );
  assert.equal(document.title, "server-1: no incident in 12 h");
  assert.ok(!sections(document).includes("labels"));
  assert.ok(!sections(document).includes("early-warnings"));
  assert.ok(!sections(document).some((id) => id.startsWith("incident-")));
});

Deno.test("buildDocument() gives unique ids, and links lead somewhere", async () => {
  const document = await buildDocument(sampleReportInput());
  const ids = sections(document);
  const figures = blocks(document).flatMap((block) =>
    block.kind === "figure" ? [block.id] : []
  );
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(new Set(figures).size, figures.length);
  for (const id of [...ids, ...figures]) assert.match(id, /^[\w-]+$/);
  const links = blocks(document).flatMap((block) =>
    block.kind === "table" ? block.rows.flat().flatMap(target) : []
  );
  assert.ok(links.length >= 4);
  for (const link of links) assert.ok(ids.includes(link), link);
});

Deno.test("buildDocument() gives each row of a table as many cells as columns", async () => {
  for (const names of ["schema", "hostile"] as const) {
    for (
      const block of blocks(await buildDocument(sampleReportInput({ names })))
    ) {
      if (block.kind !== "table") continue;
      for (const row of block.rows) {
        assert.equal(row.length, block.columns.length, block.caption);
      }
    }
  }
});

Deno.test("buildDocument() shows no number that is none, and no root cause", async () => {
  const document = await buildDocument(sampleReportInput({ steps: 240 }));
  const text = JSON.stringify(document);
  assert.doesNotMatch(text, /NaN|undefined|Infinity|\[object/);
  assert.doesNotMatch(text, /root cause/i);
});

Deno.test("buildDocument() draws of a table in which nothing was scored", async () => {
  const input = sampleReportInput({ steps: 60, incidents: 0, outages: "none" });
  const none = (array: Float32Array) => array.map(() => NaN);
  const document = await buildDocument({
    ...input,
    expected: none(input.expected),
    errors: none(input.errors),
    score: none(input.score),
  });
  assert.match(JSON.stringify(document), /No step could be scored/);
  assert.doesNotMatch(JSON.stringify(document), /NaN/);
});

function target(cell: Cell): string[] {
  return typeof cell === "string" || cell.section === undefined
    ? []
    : [cell.section];
}

import assert from "node:assert/strict";
import type { Figure } from "@lib/report/document.ts";
import type { Evidence } from "@lib/report/evidence/evidence.ts";
import { CONTENT, CONTENT_WIDTH } from "@lib/report/pdf/page_style.ts";
import {
  figureSource,
  sectionSource,
  sourceStrips,
} from "@lib/report/pdf/source_strips.ts";
import { EVEN_FACES } from "../../../support/even_faces.ts";

const EVIDENCE: Evidence = {
  window: { start: "2026-01-01T14:00:00Z", end: "2026-01-01T14:32:00Z" },
  intervalMs: 60_000,
  inputs: [{
    ...{ role: "data", path: "a/server-1.csv", sha256: "ad6e".repeat(16) },
    bytes: 9,
  }],
  model: { name: "server-1", version: "a16dfde8c5cb", sha256: "00" },
  parameters: {},
  command: "deno task report",
};

const EARLIER: Evidence = {
  ...EVIDENCE,
  window: { start: "2026-01-01T13:00:00Z", end: "2026-01-01T14:32:00Z" },
};

const figure = (evidence?: Evidence): Figure => ({
  ...{ kind: "figure", id: "f", svg: "", caption: "", alt: "" },
  ...(evidence ? { evidence } : {}),
});

Deno.test("figureSource() says in full what no section says", () => {
  assert.equal(
    figureSource(figure(EVIDENCE), undefined),
    "Source: server-1.csv (SHA-256 ad6ead6ead6e…), 2026-01-01 14:00–14:32 " +
      "UTC; model server-1, version a16dfde8c5cb.",
  );
  const other = { ...EVIDENCE, model: null };
  assert.match(figureSource(figure(EVIDENCE), other), /server-1\.csv.*model/);
});

Deno.test("figureSource() says nothing twice, and of another time the time", () => {
  assert.equal(figureSource(figure(EVIDENCE), EVIDENCE), "");
  assert.equal(
    figureSource(figure(EARLIER), EVIDENCE),
    "Source: as at the end of this section, 2026-01-01 13:00–14:32 UTC.",
  );
  assert.equal(figureSource(figure(), EVIDENCE), "");
});

Deno.test("sectionSource() speaks for the charts that do not speak for themselves", () => {
  const source = (blocks: readonly Figure[]) =>
    sectionSource({ evidence: EVIDENCE, blocks });
  assert.match(source([]), /^Source: server-1\.csv/);
  assert.match(source([figure(EARLIER)]), /^Source: /);
  assert.match(
    source([figure(EARLIER), figure(EVIDENCE)]),
    /^Source of this section and its charts: server-1\.csv/,
  );
  assert.equal(sectionSource({ blocks: [] }), "");
});

Deno.test("sourceStrips() sets a line that stays together, or nothing", () => {
  const place = { x: CONTENT.left, width: CONTENT_WIDTH };
  const strips = sourceStrips("word ".repeat(60), place, EVEN_FACES);
  assert.deepEqual(strips.map(({ keepWithNext }) => keepWithNext), [
    true,
    false,
  ]);
  assert.deepEqual(sourceStrips("", place, EVEN_FACES), []);
});

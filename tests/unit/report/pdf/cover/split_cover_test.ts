import assert from "node:assert/strict";
import type { Block, Lead, Section } from "@lib/report/document.ts";
import { splitCover } from "@lib/report/pdf/cover/split_cover.ts";

const LEAD: Lead = {
  verdict: "All is well.",
  caution: null,
  warnings: [{ text: "A disk fills.", section: "b" }],
  figures: [],
};
const FIGURE: Block = {
  ...{ kind: "figure", id: "score", svg: "", caption: "", alt: "" },
};
const WARNING: Block = {
  ...{ kind: "note", mark: "warning", text: "A disk fills.", section: "b" },
};
const TEXT: Block = { kind: "paragraph", text: "A disk fills." };

const section = (id: string, blocks: readonly Block[]): Section => (
  { id, title: id, level: 2, blocks }
);

Deno.test("splitCover() takes the first chart and the warnings to the cover", () => {
  const second = section("b", [FIGURE, WARNING]);
  const split = splitCover({
    lead: LEAD,
    sections: [section("a", [FIGURE, WARNING, TEXT]), second],
  });
  assert.equal(split.figure, FIGURE);
  assert.equal(split.landing, null);
  assert.deepEqual(split.sections, [section("a", [TEXT]), second]);
});

Deno.test("splitCover() leaves no heading without content behind", () => {
  const first = section("a", [FIGURE, WARNING]);
  const { landing, sections } = splitCover({ lead: LEAD, sections: [first] });
  assert.equal(landing, first);
  assert.deepEqual(sections, []);
});

Deno.test("splitCover() takes nothing where there is no lead", () => {
  const sections = [section("a", [FIGURE])];
  const split = splitCover({ sections });
  assert.deepEqual(split, { figure: null, landing: null, sections });
});

import assert from "node:assert/strict";
import type { Block, ReportDocument } from "@lib/report/document.ts";
import { layoutDocument } from "@lib/report/pdf/layout_document.ts";
import type { Item } from "@lib/report/pdf/layout_item.ts";
import { CONTENT } from "@lib/report/pdf/page_style.ts";
import { EVEN_FACES } from "../../../../support/even_faces.ts";

const FIGURE: Block = {
  ...{ kind: "figure", id: "f", svg: "", caption: "Score", alt: "" },
};
const TEXT: Block = { kind: "paragraph", text: "What was found." };

const DOCUMENT: ReportDocument = {
  title: "server-1",
  subtitle: "a day",
  createdAt: new Date("2026-01-01T15:00:30.125Z"),
  data: { host: "a", timeZone: null, intervalMs: 60_000, incidents: [] },
  lead: {
    verdict: "The incident lasted long.",
    caution: "Learned from a day.",
    warnings: [{ text: "A disk fills.", section: "b" }],
    figures: [
      { term: "Incidents", value: "1", detail: "major", section: "b" },
      { term: "Learned from", value: "1 d", detail: "short", section: null },
    ],
  },
  sections: [
    { id: "a", title: "Summary", level: 2, blocks: [FIGURE, TEXT] },
    { id: "b", title: "Incidents", level: 2, blocks: [TEXT] },
    {
      ...{ id: "c", title: "Incident #1", level: 3, incident: "i" },
      blocks: [TEXT, FIGURE],
    },
    { id: "d", title: "Outage #2", level: 3, incident: "o", blocks: [TEXT] },
    { id: "e", title: "Data", level: 2, blocks: [TEXT] },
    { id: "f", title: "Method", level: 2, blocks: [TEXT] },
  ],
};

const draw = () => ({ width: 800, height: 300, marks: [] });
const layout = (document: ReportDocument) =>
  layoutDocument(document, { faces: EVEN_FACES, draw });
const texts = (items: readonly Item[] = []) =>
  items.flatMap((item) =>
    item.kind === "text" && item.y < CONTENT.bottom ? [item.text] : []
  );

Deno.test("layoutDocument() sets verdict, key figures, timeline and contents on the cover", () => {
  const [cover = []] = layout(DOCUMENT);
  assert.deepEqual(texts(cover).slice(0, 13), [
    "whenwhy report, 2026-01-01 15:00 UTC",
    "server-1",
    "a day",
    "The incident lasted long.",
    "Learned from a day.",
    "Warning: A disk fills.",
    ...["Incidents", "1", "major"],
    ...["Learned from", "1 d", "short"],
    "Score",
  ]);
  assert.equal(cover.filter(({ kind }) => kind === "drawing").length, 1);
  assert.ok(texts(cover).includes("Contents"));
});

Deno.test("layoutDocument() leads from the cover to what it tells of", () => {
  const [cover = []] = layout(DOCUMENT);
  const links = cover.flatMap((item) =>
    item.kind === "link" ? [item.section] : []
  );
  assert.deepEqual(new Set(links.slice(0, -6)), new Set(["b"]));
});

Deno.test("layoutDocument() gives incidents pages, outages and chapters the room that is left", () => {
  const starts = layout(DOCUMENT).map((items) =>
    items.flatMap((item) => item.kind === "anchor" ? [item.section] : [])
  );
  // the summary behind the cover; what follows the last incident behind it
  assert.deepEqual(starts, [[], ["a", "b"], ["c", "d"], ["e", "f"]]);
});

Deno.test("layoutDocument() moves contents that the cover has no room for as a whole", () => {
  const parts = Array.from({ length: 60 }, (_, i) => ({
    ...{ id: `p${i}`, title: `Part ${i}`, level: 3, blocks: [TEXT] } as const,
  }));
  const pages = layout({
    ...DOCUMENT,
    sections: [...DOCUMENT.sections, ...parts],
  });
  assert.ok(!texts(pages[0]).includes("Contents"));
  assert.equal(texts(pages[1])[0], "Contents");
  const links = pages[1]!.filter(({ kind }) => kind === "link");
  assert.equal(links.length, 66);
  // and the summary follows on the same page
  assert.ok(texts(pages[1]).includes("Summary"));
});

Deno.test("layoutDocument() needs no incident, chart or second chapter for a cover", () => {
  const [first] = DOCUMENT.sections;
  const sections = [{ ...first!, blocks: [FIGURE] }];
  const pages = layout({ ...DOCUMENT, sections });
  assert.equal(pages.length, 1);
  const anchors = pages[0]!.filter(({ kind }) => kind === "anchor");
  assert.equal(anchors.length, 1);
});

import assert from "node:assert/strict";
import type { Block, ReportDocument, Section } from "@lib/report/document.ts";
import { layoutDocument } from "@lib/report/pdf/layout_document.ts";
import type { Item } from "@lib/report/pdf/layout_item.ts";
import { CONTENT } from "@lib/report/pdf/page_style.ts";
import { EVEN_FACES } from "../../../support/even_faces.ts";

const CONTEXT = {
  faces: EVEN_FACES,
  draw: () => ({ width: 800, height: 400, marks: [] }),
};

const section = (
  id: string,
  level: 2 | 3,
  blocks: readonly Block[] = [],
): Section => ({ id, title: `Section ${id}`, level, blocks });

function layout(sections: readonly Section[], title = "server-1") {
  const document: ReportDocument = {
    title,
    subtitle: "a day",
    createdAt: new Date(0),
    data: { host: "a", timeZone: null, intervalMs: 60_000, incidents: [] },
    sections,
  };
  return layoutDocument(document, CONTEXT);
}

const texts = (items: readonly Item[]) =>
  items.flatMap((item) => item.kind === "text" ? [item] : []);
const FIGURE: Block = {
  kind: "figure",
  id: "f",
  svg: "",
  caption: "Seen",
  alt: "",
};

Deno.test("layoutDocument() numbers the pages in the footer", () => {
  const pages = layout([section("a", 2, Array(7).fill(FIGURE))]);
  assert.ok(pages.length > 1);
  pages.forEach((items, index) => {
    const footer = texts(items).filter(({ y }) => y > CONTENT.bottom);
    assert.deepEqual(
      footer.map(({ text }) => text),
      ["server-1", `Page ${index + 1} of ${pages.length}`],
    );
  });
});

Deno.test("layoutDocument() lists sections with the pages on which they begin", () => {
  const pages = layout([
    section("a", 2, Array(5).fill(FIGURE)),
    section("b", 2),
    section("b-1", 3, [FIGURE]),
  ]);
  const begins = new Map<string, number>();
  pages.forEach((items, index) => {
    for (const item of items) {
      if (item.kind === "anchor") begins.set(item.section, index + 1);
    }
  });
  assert.deepEqual([...begins], [["a", 1], ["b", 3], ["b-1", 3]]);
  const numbers = texts(pages[0] ?? []).filter(({ y, text }) =>
    y < 200 && /^\d+$/.test(text)
  );
  assert.deepEqual(numbers.map(({ text }) => text), ["1", "3", "3"]);
});

Deno.test("layoutDocument() leads from the contents to each section", () => {
  const links = layout([section("a", 2), section("b", 3)]).flat()
    .flatMap((item) => item.kind === "link" ? [item.section] : []);
  assert.deepEqual(links, ["a", "b"]);
});

Deno.test("layoutDocument() never leaves a heading alone at the end of a page", () => {
  // a line more each time: the heading passes the page's lower edge
  for (let lines = 30; lines < 60; lines++) {
    const filler: Block[] = Array.from({ length: lines }, () => ({
      kind: "list",
      items: ["x"],
    }));
    const pages = layout([
      section("a", 2, filler),
      section("b", 2),
      section("b-1", 3, [FIGURE]),
    ]);
    const page = (kind: Item["kind"], id?: string) =>
      pages.findIndex((items) =>
        items.some((item) =>
          item.kind === kind && (item.kind !== "anchor" || item.section === id)
        )
      );
    assert.equal(page("anchor", "b"), page("drawing"), `after ${lines} lines`);
    assert.equal(
      page("anchor", "b-1"),
      page("drawing"),
      `after ${lines} lines`,
    );
  }
});

Deno.test("layoutDocument() lists only chapters where parts would fill pages", () => {
  const parts = Array.from({ length: 90 }, (_, i) => section(`p${i}`, 3));
  const links = layout([section("a", 2), ...parts]).flat()
    .filter(({ kind }) => kind === "link");
  assert.equal(links.length, 1);
});

Deno.test("layoutDocument() cuts a long title in the footer, not on the page", () => {
  const title = "word ".repeat(80).trim();
  const [items = []] = layout([], title);
  const footer = texts(items).filter(({ y }) => y > CONTENT.bottom);
  assert.ok(footer[0]?.text.endsWith("…"));
  const heading = texts(items).filter(({ size }) => size === 20);
  assert.equal(heading.map(({ text }) => text).join(" "), title);
});

Deno.test("layoutDocument() sets a row of facts in one line", () => {
  const items = [
    { term: "Severity", value: "critical", shape: "critical" as const },
    { term: "Duration", value: "2 min" },
  ];
  const row: Block = { kind: "facts", layout: "row", items };
  const lines = texts(layout([section("a", 2, [row])])[0] ?? []);
  assert.ok(
    lines.some(({ text }) => text === "Severity: critical. Duration: 2 min."),
  );
});

const lines = (count: number): Block[] =>
  Array.from({ length: count }, () => ({ kind: "list", items: ["x"] }));
const outage = (id: string): Section => ({
  ...section(id, 3, [{ kind: "paragraph", text: "It could not be read." }]),
  incident: id,
});
const incident = (id: string): Section => ({
  ...section(id, 3, [FIGURE]),
  incident: id,
});

/** Sections that begin on each page. */
const begun = (pages: readonly (readonly Item[])[]) =>
  pages.map((items) =>
    items.flatMap((item) => item.kind === "anchor" ? [item.section] : [])
  );

Deno.test("layoutDocument() sets an outage where it fits, if need be with less between lines, and an incident below it where it would stand alone", () => {
  const after = (count: number) =>
    begun(layout([
      section("a", 2, [{ kind: "list", items: Array(count).fill("x") }]),
      ...[outage("b"), incident("c"), section("d", 2, lines(3))],
    ]));
  const own = [["c"], ["d"]];
  // It fits; by less between lines; on a page of its own; with half of a page above.
  assert.deepEqual(after(35), [["a", "b"], ...own]);
  assert.deepEqual(after(39), [["a", "b"], ...own]);
  assert.deepEqual(after(40), [["a"], ["b", "c"], ["d"]]);
  assert.deepEqual(after(59), [["a"], ["b"], ...own]);
});

Deno.test("layoutDocument() gives an incident with charts pages of its own, unless short ones stand before it", () => {
  const pages = begun(layout([
    section("a", 2, lines(2)),
    ...[incident("b"), incident("c"), section("d", 2, lines(3))],
  ]));
  assert.deepEqual(pages, [["a"], ["b"], ["c"], ["d"]]);
});

Deno.test("layoutDocument() says on each further page of a section what it is of", () => {
  const pages = layout([
    section("a", 2, Array(3).fill(FIGURE)),
    { ...incident("b"), blocks: Array(6).fill(FIGURE) },
  ]);
  const tops = pages.map((items) => texts(items)[0]?.text);
  assert.deepEqual(begun(pages), [["a"], [], ["b"], [], []]);
  assert.deepEqual(
    tops.slice(1).map((text) => text?.replace(/^\W*/, "")),
    ["Section a, continued", "Section b", "Section b, continued"].concat(
      ["Section b, continued"],
    ),
  );
});

import assert from "node:assert/strict";
import type { Cell, Table } from "@lib/report/document.ts";
import type { Item, Strip } from "@lib/report/pdf/layout_item.ts";
import { CONTENT, CONTENT_WIDTH } from "@lib/report/pdf/page_style.ts";
import { paginate } from "@lib/report/pdf/paginate.ts";
import { tableStrips } from "@lib/report/pdf/table_strips.ts";
import { EVEN_FACES } from "../../../support/even_faces.ts";
import { fc } from "../../../support/fast_check.ts";

const CONTEXT = { faces: EVEN_FACES, sections: new Set(["incident-1"]) };

function table(rows: readonly (readonly Cell[])[]): Table {
  return {
    kind: "table",
    caption: "What was seen",
    columns: [
      { title: "Metric", align: "left" },
      { title: "Max", align: "right" },
      { title: "Note", align: "left", weight: 3 },
    ],
    rows,
  };
}

const texts = (items: readonly Item[]) =>
  items.flatMap((item) => item.kind === "text" ? [item] : []);
const words = (strips: readonly Strip[]) =>
  strips.flatMap((strip) => texts(strip.items).map(({ text }) => text));

Deno.test("tableStrips() sets caption, titles and cells in order", () => {
  const strips = tableStrips(table([["cpu", "1.5", "steady"]]), CONTEXT);
  assert.deepEqual(words(strips), [
    "What was seen",
    "Metric",
    "Max",
    "Note",
    "cpu",
    "1.5",
    "steady",
  ]);
});

Deno.test("tableStrips() aligns titles and numbers of a column at its right", () => {
  const strips = tableStrips(
    table([["a", "1", ""], ["b", "12345", ""]]),
    CONTEXT,
  );
  const ends = strips.flatMap((strip) => texts(strip.items))
    .filter(({ text }) => ["Max", "1", "12345"].includes(text))
    .map((item) => item.x + EVEN_FACES.bold.width(item.text, item.size));
  assert.equal(ends.length, 3);
  assert.equal(new Set(ends.map((end) => end.toFixed(6))).size, 1);
});

Deno.test("tableStrips() wraps a long cell inside its column", () => {
  const long = "word ".repeat(60).trim();
  const strips = tableStrips(table([["cpu", "1", long]]), CONTEXT);
  const lines = strips.flatMap((strip) => texts(strip.items))
    .filter(({ text }) => text.startsWith("word"));
  assert.ok(lines.length > 1);
  assert.equal(lines.map(({ text }) => text).join(" "), long);
  for (const { x, text, size } of lines) {
    assert.ok(x + EVEN_FACES.regular.width(text, size) <= CONTENT.right);
  }
});

Deno.test("tableStrips() keeps the lines of a row together, not the rows", () => {
  const strips = tableStrips(
    table([...Array(20).fill(["cpu", "1", "word ".repeat(30)]), [
      "a",
      "2",
      "",
    ]]),
    CONTEXT,
  );
  const rows = strips.slice(2);
  const lines = (rows.length - 1) / 20;
  assert.ok(lines >= 2);
  // Those at either end stay with their neighbours.
  rows.slice(2 * lines, -1 - 3 * lines).forEach(({ keepWithNext }, l) =>
    assert.equal(keepWithNext, l % lines !== lines - 1)
  );
});

Deno.test("tableStrips() keeps a small table on one page, a large one not", () => {
  const keeps = (rows: number) =>
    tableStrips(table(Array(rows).fill(["cpu", "1", ""])), CONTEXT)
      .map(({ keepWithNext }) => keepWithNext);
  assert.deepEqual(keeps(2), [true, true, true, false]);
  assert.ok(keeps(40).slice(4, -3).every((keep) => !keep));
});

Deno.test("tableStrips() stays on the paper with a name that never ends", () => {
  const strips = tableStrips(table([["x".repeat(9000), "1", "note"]]), CONTEXT);
  const pages = paginate(strips, CONTENT);
  assert.ok(pages.length > 1);
  for (const item of texts(pages.flat())) {
    assert.ok(item.y <= CONTENT.bottom, `${item.text} at ${item.y}`);
    assert.ok(
      item.x + EVEN_FACES.regular.width(item.text, item.size) <= CONTENT.right,
    );
  }
  const name = texts(pages.flat()).filter(({ text }) => /^x+$/.test(text));
  assert.equal(name.map(({ text }) => text).join("").length, 9000);
});

Deno.test("tableStrips() sets many columns smaller rather than cut words", () => {
  const columns = Array.from({ length: 12 }, (_, c) => ({
    title: `column_${c}${c}`,
    align: "left",
  } as const));
  const strips = tableStrips(
    { kind: "table", caption: "", columns, rows: [] },
    CONTEXT,
  );
  const header = texts(strips.at(-1)?.items ?? []);
  assert.equal(header.length, 12);
  assert.ok((header[0]?.size ?? 8) < 8);
});

Deno.test("tableStrips() links a cell to a section, if there is one", () => {
  const cell = (section: string) => ({ text: "14:02", section });
  const links = (section: string) =>
    tableStrips(table([[cell(section), "1", ""]]), CONTEXT)
      .flatMap(({ items }) => items).filter(({ kind }) => kind === "link");
  assert.equal(links("incident-1").length, 1);
  assert.equal(links("nowhere").length, 0);
});

Deno.test("tableStrips() repeats the titles on the next page, once", () => {
  const rows = Array.from({ length: 100 }, (_, r) => [`metric ${r}`, "1", ""]);
  const pages = paginate(tableStrips(table(rows), CONTEXT), CONTENT);
  assert.ok(pages.length > 1);
  for (const page of pages) {
    const titles = texts(page).filter(({ text }) => text === "Metric");
    assert.equal(titles.length, 1);
  }
  const names = texts(pages.flat()).filter(({ text }) =>
    text.startsWith("metric ")
  );
  assert.deepEqual(names.map(({ text }) => text), rows.map(([name]) => name));
});

Deno.test("tableStrips() fills the width of the page", () => {
  const [, header] = tableStrips(table([]), CONTEXT);
  assert.equal(header?.items[0]?.kind, "box");
  const widths = header?.items.flatMap((item) =>
    item.kind === "box" ? [item.width] : []
  );
  assert.deepEqual(widths, [CONTENT_WIDTH]);
});

Deno.test("tableStrips() leaves three rows at least on either side of a page's end", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), {
        minLength: 40,
        maxLength: 90,
      }),
      fc.integer({ min: 0, max: 600 }),
      (lengths, above) => {
        const rows = lengths.map((length, r) => [
          `row ${r}`,
          "1",
          "word ".repeat(16 * length),
        ]);
        const before = {
          height: above,
          gap: 0,
          keepWithNext: false,
          items: [],
        };
        const pages = paginate(
          [before, ...tableStrips(table(rows), CONTEXT)],
          CONTENT,
        );
        const counts = pages.map((items) =>
          texts(items).filter(({ text }) => text.startsWith("row ")).length
        ).filter((count) => count > 0);
        assert.equal(counts.reduce((a, b) => a + b), rows.length);
        assert.ok(counts[0]! >= 3, `first: ${counts}`);
        assert.ok(counts.at(-1)! >= 3, `last: ${counts}`);
      },
    ),
    { numRuns: 40 },
  );
});

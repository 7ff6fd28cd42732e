import assert from "node:assert/strict";
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from "pdf-lib";
import type { ReportDocument } from "@lib/report/document.ts";
import { toPdf } from "@lib/report/pdf/to_pdf.ts";
import { NO_POPPLER, pdfInfo, pdfText } from "../../../support/poppler.ts";

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">
  <path d="M0,100L400,20" stroke="#1f7fc4" fill="none"/><text x="20" y="30">axis-label</text></svg>`;

const DOCUMENT: ReportDocument = {
  title: "server-1: 2 incidents <in> 33 minutes",
  subtitle: "2026-01-01 14:00–14:33 UTC",
  createdAt: new Date("2026-01-01T15:00:00Z"),
  data: { host: "a", timeZone: null, intervalMs: 60_000, incidents: [] },
  sections: [
    {
      id: "summary",
      title: "Summary → é",
      level: 2,
      blocks: [
        { kind: "paragraph", text: "Two incidents were found." },
        { kind: "note", text: "The history is short." },
        { kind: "list", items: ["first-point", "second-point"] },
        { kind: "facts", items: [{ term: "Interval", value: "5 seconds" }] },
        {
          kind: "table",
          caption: "All incidents",
          columns: [
            { title: "Start", align: "left" },
            { title: "Score", align: "right" },
          ],
          rows: [
            [{ text: "14:02", section: "incident-1" }, "6.1"],
            [{ text: "14:20", section: "gone" }, "2.5"],
            ...Array.from({ length: 90 }, (_, r) => [`row-${r}`, `${r}.25`]),
          ],
        },
      ],
    },
    { id: "incidents", title: "Incidents", level: 2, blocks: [] },
    {
      id: "incident-1",
      title: "Incident 1",
      level: 3,
      blocks: [{
        kind: "figure",
        id: "trend",
        svg: SVG,
        caption: "Measured and expected",
        alt: "a line",
      }],
    },
    { id: "incident-2", title: "Incident 2", level: 3, blocks: [] },
    { id: "method", title: "Method", level: 2, blocks: [] },
  ],
};

/** Follows a name path through the dictionaries of a PDF. */
function look(dict: PDFDict, ...path: readonly string[]): PDFDict | undefined {
  return path.reduce<PDFDict | undefined>(
    (found, name) => found?.lookupMaybe(PDFName.of(name), PDFDict),
    dict,
  );
}

/** Titles of an outline entry's children, theirs in brackets. */
function outline(parent: PDFDict | undefined): string {
  const titles: string[] = [];
  let entry = parent && look(parent, "First");
  while (entry) {
    const title = entry.lookup(PDFName.of("Title"), PDFHexString).decodeText();
    const below = outline(entry);
    titles.push(below ? `${title} [${below}]` : title);
    entry = look(entry, "Next");
  }
  return titles.join(", ");
}

Deno.test({
  name: "toPdf() keeps every word of the report as text",
  ignore: NO_POPPLER,
  async fn() {
    const text = await pdfText(await toPdf(DOCUMENT));
    const words = [
      DOCUMENT.title,
      DOCUMENT.subtitle,
      ...DOCUMENT.sections.map(({ title }) => title),
      "Two incidents were found.",
      "The history is short.",
      "first-point",
      "second-point",
      "Interval",
      "5 seconds",
      "All incidents",
      "14:02",
      "6.1",
      "14:20",
      "Measured and expected",
      "axis-label",
    ];
    for (const word of words) assert.ok(text.includes(word), word);
    for (let r = 0; r < 90; r++) {
      assert.ok(text.includes(`row-${r}\n`), `row-${r}`);
      assert.ok(text.includes(`${r}.25\n`), `${r}.25`);
    }
  },
});

Deno.test({
  name: "toPdf() repeats a table's header and numbers the pages",
  ignore: NO_POPPLER,
  async fn() {
    const pages = (await pdfText(await toPdf(DOCUMENT))).split("\f").slice(
      0,
      -1,
    );
    assert.ok(pages.length >= 3, `${pages.length} pages`);
    pages.forEach((text, index) => {
      assert.ok(text.includes(`Page ${index + 1} of ${pages.length}`));
      if (text.includes("row-")) assert.match(text, /^Start$/m);
    });
  },
});

Deno.test({
  name: "toPdf() writes what poppler takes for A4 with title and date",
  ignore: NO_POPPLER,
  async fn() {
    const info = await pdfInfo(await toPdf(DOCUMENT));
    assert.match(info, /^Title: +server-1: 2 incidents <in> 33 minutes$/m);
    assert.match(info, /^Subject: +2026-01-01 14:00–14:33 UTC$/m);
    assert.match(info, /^CreationDate: +Thu Jan +1 15:00:00 2026/m);
    assert.match(info, /^ModDate: +Thu Jan +1 15:00:00 2026/m);
    assert.match(info, /^Page size: .*\(A4\)$/m);
  },
});

Deno.test({
  name: "toPdf() names its sections as destinations",
  ignore: NO_POPPLER,
  async fn() {
    const found = await pdfInfo(await toPdf(DOCUMENT), ["-dests"]);
    const names = [...found.matchAll(/"(.*)"$/gm)].map(([, name]) => name);
    assert.deepEqual(
      names.sort(),
      DOCUMENT.sections.map(({ id }) => id).sort(),
    );
  },
});

Deno.test("toPdf() nests parts under their chapter in the outline", async () => {
  const pdf = await PDFDocument.load(await toPdf(DOCUMENT));
  assert.equal(
    outline(look(pdf.catalog, "Outlines")),
    "Summary → é, Incidents [Incident 1, Incident 2], Method",
  );
});

Deno.test("toPdf() links the contents and the cells to sections that exist", async () => {
  const pdf = await PDFDocument.load(await toPdf(DOCUMENT));
  const targets = pdf.getPages().flatMap((page) => {
    const annotations = page.node.Annots();
    if (!annotations) return [];
    return annotations.asArray().map((_, i) =>
      annotations.lookup(i, PDFDict)
        .lookup(PDFName.of("Dest"), PDFHexString).decodeText()
    );
  });
  // in two columns, row by row
  const contents = [
    ...["summary", "incident-2", "incidents", "method"],
    "incident-1",
  ];
  assert.deepEqual(targets, [...contents, "incident-1"]);
});

Deno.test("toPdf() says its language and shows its title in the window", async () => {
  const pdf = await PDFDocument.load(await toPdf(DOCUMENT));
  assert.equal(String(pdf.catalog.get(PDFName.of("Lang"))), "(en)");
  const preferences = look(pdf.catalog, "ViewerPreferences");
  assert.equal(String(preferences?.get(PDFName.of("DisplayDocTitle"))), "true");
  assert.ok(
    pdf.catalog.lookup(PDFName.of("Names"), PDFDict)
      .lookup(PDFName.of("Dests"), PDFDict).lookup(
        PDFName.of("Names"),
        PDFArray,
      ),
  );
});

Deno.test("toPdf() gives the same bytes for the same report", async () => {
  const [first, second] = [await toPdf(DOCUMENT), await toPdf(DOCUMENT)];
  assert.deepEqual(first, second);
});

Deno.test("toPdf() of a report without sections is one page", async () => {
  const pdf = await PDFDocument.load(
    await toPdf({ ...DOCUMENT, sections: [] }),
  );
  assert.equal(pdf.getPageCount(), 1);
});

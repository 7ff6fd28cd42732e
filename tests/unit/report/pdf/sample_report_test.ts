import assert from "node:assert/strict";
import { PDFDocument } from "pdf-lib";
import { buildDocument } from "@lib/report/build_document.ts";
import type { Block, ReportDocument } from "@lib/report/document.ts";
import { cleanText } from "@lib/report/pdf/clean_text.ts";
import { cellText } from "@lib/report/cell_text.ts";
import { layoutDocument } from "@lib/report/pdf/layout_document.ts";
import { CONTENT, CONTENT_HEIGHT } from "@lib/report/pdf/page_style.ts";
import { prepareInk } from "@lib/report/pdf/pdf_ink.ts";
import { parseSvg } from "@lib/report/pdf/svg/parse_svg.ts";
import { toDrawing } from "@lib/report/pdf/svg/to_drawing.ts";
import { toPdf } from "@lib/report/pdf/to_pdf.ts";
import { NO_POPPLER, pdfText } from "../../../support/poppler.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

/** All texts of a block, in no particular order. */
function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "paragraph":
    case "note":
      return [block.text];
    case "list":
      return block.items;
    case "facts":
      return block.items.flatMap(({ term, value }) => [term, value]);
    case "table":
      return [
        block.caption,
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap((row) => row.map(cellText)),
      ];
    case "figure":
      return [block.caption];
  }
}

const wordsOf = (document: ReportDocument) =>
  new Set(
    document.sections.flatMap(({ title, blocks }) =>
      [title, ...blocks.flatMap(textsOf)].join(" ").split(/\s+/)
    ),
  );

Deno.test({
  name: "toPdf() keeps every word of the sample report",
  ignore: NO_POPPLER,
  async fn() {
    const document = await buildDocument(sampleReportInput());
    const text = await pdfText(await toPdf(document));
    // a word that was cut at the end of a line goes on in the next one
    const joined = text.replace(/\s+/g, "");
    const lost = [...wordsOf(document)].filter((word) =>
      !joined.includes(word)
    );
    assert.deepEqual(lost, []);
  },
});

Deno.test("toPdf() keeps the sample report on the paper, whatever its names", async () => {
  const input = sampleReportInput({ names: "hostile", features: 14 });
  const { faces } = await prepareInk(await PDFDocument.create());
  const draw = (svg: string) => toDrawing(parseSvg(svg), faces);
  const pages = layoutDocument(await buildDocument(input), { faces, draw });
  for (const item of pages.flat()) {
    if (item.kind === "anchor" || item.kind === "page-number") continue;
    const [width, height] = item.kind === "text"
      ? [faces[item.weight].width(item.text, item.size), 0]
      : [item.width, item.height];
    const what = `${item.kind} at ${item.x}, ${item.y}`;
    assert.ok(item.x >= CONTENT.left - 0.01, what);
    assert.ok(item.x + width <= CONTENT.right + 0.01, what);
    assert.ok(item.y >= CONTENT.top && height <= CONTENT_HEIGHT, what);
    // the footer is the only thing below
    assert.ok(item.y + height <= CONTENT.bottom + 30, what);
    if (item.kind === "drawing") {
      assert.ok(item.y + height <= CONTENT.bottom + 0.01, what);
    }
    if (item.kind === "text") {
      const shown = cleanText(item.text, (code) => faces.regular.has(code));
      assert.equal(item.text.trim(), shown);
    }
  }
});

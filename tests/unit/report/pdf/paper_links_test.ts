import assert from "node:assert/strict";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
} from "pdf-lib";
import { buildDocument } from "@lib/report/build_document.ts";
import { PAGE } from "@lib/report/pdf/page_style.ts";
import { toPdf } from "@lib/report/pdf/to_pdf.ts";
import { NO_POPPLER, pdfText } from "../../../support/poppler.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const document = await buildDocument(sampleReportInput());
const bytes = await toPdf(document);
const pdf = await PDFDocument.load(bytes);

/** Names of destinations with the index of their page, and its upper end. */
function destinations(): ReadonlyMap<string, readonly [number, number]> {
  const names = pdf.catalog.lookup(PDFName.of("Names"), PDFDict)
    .lookup(PDFName.of("Dests"), PDFDict)
    .lookup(PDFName.of("Names"), PDFArray);
  const refs = pdf.getPages().map(({ ref }) => ref);
  const found = new Map<string, readonly [number, number]>();
  for (let i = 0; i < names.size(); i += 2) {
    const target = names.lookup(i + 1, PDFArray);
    const page = refs.findIndex((ref) => ref === target.get(0));
    const top = target.lookup(3, PDFNumber).asNumber();
    found.set(names.lookup(i, PDFHexString).decodeText(), [page, top]);
  }
  return found;
}

Deno.test({
  name: "toPdf() leads each name to the page with its heading",
  ignore: NO_POPPLER,
  async fn() {
    const texts = (await pdfText(bytes)).split("\f");
    const found = destinations();
    assert.equal(found.size, document.sections.length);
    for (const { id, title } of document.sections) {
      const [page = -1, top = -1] = found.get(id) ?? [];
      // the cover names them all, in its contents
      assert.ok(page > 0, id);
      assert.ok(texts[page]?.includes(title), `${id} on page ${page + 1}`);
      assert.ok(top > 0 && top < PAGE.height, id);
    }
  },
});

Deno.test("toPdf() links lead to what there is, from an area on the paper", () => {
  const found = destinations();
  const targets = pdf.getPages().flatMap((page) =>
    (page.node.Annots()?.asArray() ?? []).map((_, i) => {
      const link = page.node.Annots()!.lookup(i, PDFDict);
      const { x, y, width, height } = link
        .lookup(PDFName.of("Rect"), PDFArray).asRectangle();
      assert.ok(x > 0 && x + width < PAGE.width && width > 2);
      assert.ok(y > 0 && y + height < PAGE.height && height > 2);
      return link.lookup(PDFName.of("Dest"), PDFHexString).decodeText();
    })
  );
  for (const target of targets) assert.ok(found.has(target), target);
  const linked = new Set(targets);
  for (const { id } of document.sections) assert.ok(linked.has(id), id);
});

Deno.test({
  name: "toPdf() tells what each chart and section came from",
  ignore: NO_POPPLER,
  async fn() {
    const text = (await pdfText(bytes)).replace(/\s+/g, " ");
    const sources = text.match(/Source(?: of this section and its charts)?: /g);
    const told = document.sections.filter(({ evidence }) => evidence);
    assert.ok(told.length > 8);
    assert.ok((sources?.length ?? 0) > told.length);
  },
});

import { PDFDocument } from "pdf-lib";

import type { ReportDocument } from "../document.ts";
import { addNavigation } from "./add_navigation.ts";
import { cleanText } from "./clean_text.ts";
import { drawPage } from "./draw_page.ts";
import { layoutDocument } from "./layout_document.ts";
import { PAGE } from "./page_style.ts";
import { packPages } from "./pack_pages.ts";
import { prepareInk } from "./pdf_ink.ts";
import { parseSvg } from "./svg/parse_svg.ts";
import { toDrawing } from "./svg/to_drawing.ts";

/**
 * Renders a report as a PDF on A4 paper: vector charts, selectable text, an
 * outline, links, page numbers, and tables that run over pages.
 *
 * The same document gives the same bytes. A character that the embedded font
 * lacks is shown as "□".
 *
 * @param document The report.
 * @returns The file.
 *
 * @throws {RangeError} If a figure's SVG has no size.
 * @throws {SyntaxError} If a figure's SVG has no `svg` element or is not well-formed.
 *
 * @example Usage
 * ```ts
 * import { toPdf } from "@lib/report/pdf/to_pdf.ts";
 * import assert from "node:assert/strict";
 *
 * const pdf = await toPdf({
 *   title: "server-1: 1 incident in 33 minutes",
 *   subtitle: "2026-01-01 14:00–14:33 UTC",
 *   createdAt: new Date("2026-01-01T15:00:00Z"),
 *   data: { host: "a", timeZone: null, intervalMs: 60_000, incidents: [] },
 *   sections: [],
 * });
 * assert.equal(new TextDecoder().decode(pdf.subarray(0, 5)), "%PDF-");
 * ```
 */
export async function toPdf(document: ReportDocument): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  setMetadata(pdf, document);
  const ink = await prepareInk(pdf);
  const pages = layoutDocument(document, {
    faces: ink.faces,
    draw: (svg) => toDrawing(parseSvg(svg), ink.faces),
  });
  for (const items of pages) {
    drawPage(pdf.addPage([PAGE.width, PAGE.height]), items, ink);
  }
  addNavigation(pdf, pages);
  packPages(pdf);
  return await pdf.save();
}

function setMetadata(pdf: PDFDocument, document: ReportDocument): void {
  const { createdAt } = document;
  const title = cleanText(document.title, () => true);
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setSubject(cleanText(document.subtitle, () => true));
  pdf.setCreator("whenwhy");
  pdf.setProducer("whenwhy, pdf-lib");
  pdf.setLanguage("en");
  pdf.setCreationDate(createdAt);
  pdf.setModificationDate(createdAt);
}

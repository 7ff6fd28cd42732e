import { PDFDocument } from "pdf-lib";
import type { ReportDocument } from "@lib/report/document.ts";
import { layoutDocument } from "@lib/report/pdf/layout_document.ts";
import type { Item } from "@lib/report/pdf/layout_item.ts";
import { prepareInk } from "@lib/report/pdf/pdf_ink.ts";
import { parseSvg } from "@lib/report/pdf/svg/parse_svg.ts";
import { toDrawing } from "@lib/report/pdf/svg/to_drawing.ts";
import type { Typefaces } from "@lib/report/pdf/typeface.ts";

/**
 * Lays out a report as `toPdf` does.
 *
 * @param document The report.
 * @returns Its pages, and the fonts that they were measured with.
 */
export async function layOut(document: ReportDocument): Promise<{
  readonly pages: readonly (readonly Item[])[];
  readonly faces: Typefaces;
}> {
  const { faces } = await prepareInk(await PDFDocument.create());
  const draw = (svg: string) => toDrawing(parseSvg(svg), faces);
  return { pages: layoutDocument(document, { faces, draw }), faces };
}

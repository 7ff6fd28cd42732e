import { type PDFDocument, PDFName, type PDFPage, type PDFRef } from "pdf-lib";

import { embedFaces, type PdfFaces } from "./embed_faces.ts";

/** What all pages of a PDF draw with. */
export interface PdfInk {
  readonly faces: PdfFaces;
  /** Names a graphics state with these opacities, each in [0, 1], on a page. */
  opacity(page: PDFPage, opacity: Opacity): PDFName;
}

/** How much shows of what is drawn. */
export interface Opacity {
  readonly fill: number;
  readonly stroke: number;
}

/**
 * Prepares fonts and graphics states, each embedded once a PDF.
 *
 * @param pdf The PDF to draw in.
 * @returns What to draw with.
 */
export async function prepareInk(pdf: PDFDocument): Promise<PdfInk> {
  const states = new Map<string, PDFRef>();
  const stateOf = (key: string, { fill, stroke }: Opacity) => {
    const known = states.get(key);
    if (known) return known;
    const state = { Type: "ExtGState", ca: fill, CA: stroke };
    const ref = pdf.context.register(pdf.context.obj(state));
    states.set(key, ref);
    return ref;
  };
  return {
    faces: await embedFaces(pdf),
    opacity(page, { fill, stroke }) {
      const key = `Opacity-${percent(fill)}-${percent(stroke)}`;
      const name = PDFName.of(key);
      page.node.setExtGState(
        name,
        stateOf(key, {
          fill: percent(fill) / 100,
          stroke: percent(stroke) / 100,
        }),
      );
      return name;
    },
  };
}

/** Finer steps cannot be seen, and would make as many graphics states. */
function percent(share: number): number {
  return Math.round(share * 100);
}

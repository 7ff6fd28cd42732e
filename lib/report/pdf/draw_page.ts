import {
  beginText,
  concatTransformationMatrix,
  endText,
  fill,
  type PDFOperator,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setFillingRgbColor,
  setFontAndSize,
  setTextMatrix,
  showText,
} from "pdf-lib";

import { drawDrawing } from "./draw_drawing.ts";
import type { Item, TextItem } from "./layout_item.ts";
import { PAGE } from "./page_style.ts";
import type { PdfInk } from "./pdf_ink.ts";

/** A call with more arguments than the stack holds would fail. */
const MOST_ARGUMENTS = 10_000;

/**
 * Draws what can be seen of a page; links and anchors cannot.
 *
 * @param page An empty page.
 * @param items In points from the page's upper left corner.
 * @param ink What the PDF's pages draw with.
 */
export function drawPage(
  page: PDFPage,
  items: readonly Item[],
  ink: PdfInk,
): void {
  for (const face of [ink.faces.regular, ink.faces.bold]) {
    page.node.setFontDictionary(face.name, face.ref);
  }
  const operators = [
    pushGraphicsState(),
    // From here on y grows downwards, as in layout and in SVG.
    concatTransformationMatrix(1, 0, 0, -1, 0, PAGE.height),
    ...items.flatMap((item) => itemOperators(item, page, ink)),
    popGraphicsState(),
  ];
  for (let start = 0; start < operators.length; start += MOST_ARGUMENTS) {
    page.pushOperators(...operators.slice(start, start + MOST_ARGUMENTS));
  }
}

function itemOperators(
  item: Item,
  page: PDFPage,
  ink: PdfInk,
): readonly PDFOperator[] {
  switch (item.kind) {
    case "text":
      return textOperators(item, ink);
    case "box":
      return [
        setFillingRgbColor(...item.color),
        rectangle(item.x, item.y, item.width, item.height),
        fill(),
      ];
    case "drawing":
      return drawDrawing(item, page, ink);
    case "link":
    case "anchor":
    case "page-number":
      return [];
  }
}

function textOperators(item: TextItem, ink: PdfInk): readonly PDFOperator[] {
  const face = ink.faces[item.weight];
  return [
    setFillingRgbColor(...item.color),
    beginText(),
    setFontAndSize(face.name, item.size),
    setTextMatrix(1, 0, 0, -1, item.x, item.y),
    showText(face.encode(item.text)),
    endText(),
  ];
}

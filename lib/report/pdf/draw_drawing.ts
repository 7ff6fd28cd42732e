import {
  concatTransformationMatrix,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
} from "pdf-lib";
import { svgPathToOperators } from "pdf-lib/cjs/api/svgPath.js";

import { drawMark } from "./draw_mark.ts";
import type { DrawingItem } from "./layout_item.ts";
import type { PdfInk } from "./pdf_ink.ts";
import type { Clip } from "./svg/drawing.ts";
import { invert } from "./svg/matrix.ts";

/**
 * Draws a chart as vectors.
 *
 * @param item The chart and its area; the page's y grows downwards.
 * @param page The page, for its graphics states.
 * @param ink What the PDF's pages draw with.
 * @returns Operators that leave the graphics state as they found it.
 */
export function drawDrawing(
  item: DrawingItem,
  page: PDFPage,
  ink: PdfInk,
): readonly PDFOperator[] {
  const { drawing, x, y } = item;
  const scale = item.width / drawing.width;
  const marks = drawing.marks.flatMap((mark) => [
    pushGraphicsState(),
    ...mark.clips.flatMap(clipOperators),
    concatTransformationMatrix(...mark.matrix),
    ...drawMark(mark, page, ink),
    popGraphicsState(),
  ]);
  return [
    pushGraphicsState(),
    concatTransformationMatrix(scale, 0, 0, scale, x, y),
    ...marks,
    popGraphicsState(),
  ];
}

/** Clips in the path's own coordinates, then goes back to the drawing's. */
function clipOperators({ matrix, path }: Clip): readonly PDFOperator[] {
  const back = invert(matrix);
  if (!back) return [];
  return [
    concatTransformationMatrix(...matrix),
    ...svgPathToOperators(path),
    PDFOperator.of(PDFOperatorNames.ClipNonZero),
    PDFOperator.of(PDFOperatorNames.EndPath),
    concatTransformationMatrix(...back),
  ];
}

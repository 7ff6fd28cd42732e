import {
  beginText,
  endText,
  fill,
  fillAndStroke,
  LineCapStyle,
  LineJoinStyle,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  setDashPattern,
  setFillingRgbColor,
  setFontAndSize,
  setGraphicsState,
  setLineCap,
  setLineJoin,
  setLineWidth,
  setStrokingRgbColor,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  stroke,
  TextRenderingMode,
} from "pdf-lib";
import { svgPathToOperators } from "pdf-lib/cjs/api/svgPath.js";

import type { PdfInk } from "./pdf_ink.ts";
import type { Mark, Paint, PathMark, Stroke, TextMark } from "./svg/drawing.ts";

const CAPS = {
  butt: LineCapStyle.Butt,
  round: LineCapStyle.Round,
  square: LineCapStyle.Projecting,
} as const;

const JOINS = {
  miter: LineJoinStyle.Miter,
  round: LineJoinStyle.Round,
  bevel: LineJoinStyle.Bevel,
} as const;

/**
 * Draws one mark of a chart, in the mark's coordinates.
 *
 * @param mark A shape or a run of text.
 * @param page The page, for its graphics states.
 * @param ink What the PDF's pages draw with.
 * @returns Operators; they change the graphics state.
 */
export function drawMark(
  mark: Mark,
  page: PDFPage,
  ink: PdfInk,
): readonly PDFOperator[] {
  return mark.kind === "path"
    ? pathOperators(mark, page, ink)
    : textOperators(mark, page, ink);
}

function pathOperators(
  mark: PathMark,
  page: PDFPage,
  ink: PdfInk,
): readonly PDFOperator[] {
  const paint = mark.fill && mark.stroke
    ? fillAndStroke()
    : mark.fill
    ? fill()
    : stroke();
  return [
    ...paintOperators(mark.fill, mark.stroke, { page, ink }),
    ...svgPathToOperators(mark.path),
    paint,
  ];
}

/** A halo lies below its text: first the outline, then the text itself. */
function textOperators(
  mark: TextMark,
  page: PDFPage,
  ink: PdfInk,
): readonly PDFOperator[] {
  const face = ink.faces[mark.weight];
  const run = (mode: TextRenderingMode) => [
    beginText(),
    setTextRenderingMode(mode),
    setFontAndSize(face.name, mark.size),
    setTextMatrix(1, 0, 0, -1, mark.x, mark.y),
    showText(face.encode(mark.text)),
    endText(),
  ];
  return [
    ...paintOperators(mark.fill, mark.halo, { page, ink }),
    ...(mark.halo ? run(TextRenderingMode.Outline) : []),
    ...(mark.fill ? run(TextRenderingMode.Fill) : []),
  ];
}

function paintOperators(
  inside: Paint | null,
  line: Stroke | null,
  { page, ink }: { readonly page: PDFPage; readonly ink: PdfInk },
): readonly PDFOperator[] {
  const opacity = { fill: inside?.opacity ?? 1, stroke: line?.opacity ?? 1 };
  const opaque = opacity.fill === 1 && opacity.stroke === 1;
  return [
    ...(opaque ? [] : [setGraphicsState(ink.opacity(page, opacity))]),
    ...(inside ? [setFillingRgbColor(...inside.color)] : []),
    ...(line ? strokeOperators(line) : []),
  ];
}

function strokeOperators(line: Stroke): readonly PDFOperator[] {
  return [
    setStrokingRgbColor(...line.color),
    setLineWidth(line.width),
    setLineCap(CAPS[line.cap]),
    setLineJoin(JOINS[line.join]),
    PDFOperator.of(PDFOperatorNames.SetLineMiterLimit, [
      PDFNumber.of(Math.max(1, line.miterLimit)),
    ]),
    ...(line.dash.length > 0 ? [setDashPattern([...line.dash], 0)] : []),
  ];
}

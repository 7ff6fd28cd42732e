import type { Figure } from "../document.ts";
import { evidenceText } from "../evidence/evidence_text.ts";
import { htmlAttribute } from "../html/html_text.ts";
import { figureRecord } from "./figure_record.ts";
import { type FrameContext, frameFigure } from "./frame_figure.ts";

/** What JSON leaves as it is and XML forbids or reads another way. */
const UNWANTED = /[&<>\u007f-\u009f\u2028\u2029\ufffe\uffff]/g;

/**
 * Writes a chart as a file that stands alone: on white, in a frame that explains
 * it, with title and description, and with its evidence as JSON in `metadata`.
 *
 * @param figure The figure.
 * @param context The host, and fonts to measure with.
 * @returns A standalone SVG.
 */
export function figureSvg(figure: Figure, context: FrameContext): string {
  const { caption, alt, evidence } = figure;
  const source = evidence === undefined
    ? ""
    : ` Source: ${evidenceText(evidence)}.`;
  const words = `<title>${htmlAttribute(alt)}</title><desc>${
    htmlAttribute(caption + source)
  }</desc><metadata>${jsonText(figureRecord(figure))}</metadata>`;
  return frameFigure(figure, context).replace(
    /^[^>]*<svg\b[^>]*>/,
    (tag) => tag + words,
  );
}

/** JSON that is the same text in XML. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    UNWANTED,
    (character) =>
      `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

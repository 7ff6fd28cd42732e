import type { Figure } from "../document.ts";
import type { Strip } from "./layout_item.ts";
import {
  COLOR,
  CONTENT,
  CONTENT_HEIGHT,
  CONTENT_WIDTH,
  TEXT_SIZE,
} from "./page_style.ts";
import { lineHeight, setLines } from "./set_lines.ts";
import type { Drawing } from "./svg/drawing.ts";
import type { Typefaces } from "./typeface.ts";

/** Kept free beside the tallest figure for the headings above it, in points. */
const HEADINGS = 90;

/** Points a CSS pixel, which is the unit of a chart at full size. */
const CSS_PIXEL = 0.75;

/** What a figure needs besides itself. */
export interface FigureContext {
  /** Fonts to measure with. */
  readonly faces: Typefaces;
  /** The chart. */
  readonly drawing: Drawing;
}

/**
 * Sets a chart with its caption below. A chart is never split: it is scaled to
 * the width of the page, and further where it would be taller than the page;
 * a small one stands at its full size.
 *
 * @param figure The figure.
 * @param context Its chart, and the fonts.
 * @returns One strip for the chart, one for each line of the caption.
 */
export function figureStrips(
  figure: Figure,
  { faces, drawing }: FigureContext,
): readonly Strip[] {
  const size = TEXT_SIZE.caption;
  const place = { x: CONTENT.left, width: CONTENT_WIDTH };
  const style = { ...place, size, color: COLOR.muted };
  const caption = setLines(figure.caption, style, faces);
  const captionHeight = Math.min(
    caption.length * lineHeight(size),
    CONTENT_HEIGHT / 3,
  );
  const tallest = CONTENT_HEIGHT - HEADINGS - captionHeight;
  const scale = Math.min(
    CSS_PIXEL,
    CONTENT_WIDTH / drawing.width,
    tallest / drawing.height,
  );
  const width = drawing.width * scale;
  const height = drawing.height * scale;
  const x = CONTENT.left + (CONTENT_WIDTH - width) / 2;
  return [
    {
      height,
      gap: 8,
      keepWithNext: true,
      items: [{ kind: "drawing", x, y: 0, width, height, drawing }],
    },
    ...caption.map((line, l) => ({
      height: lineHeight(size),
      gap: l === 0 ? 2 : 0,
      keepWithNext: l < caption.length - 1,
      items: [line],
    })),
  ];
}

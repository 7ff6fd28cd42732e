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
import { type SourcePlace, sourceStrips } from "./source_strips.ts";
import { heightOf } from "./strip_height.ts";
import type { Drawing } from "./svg/drawing.ts";
import type { Typefaces } from "./typeface.ts";

/** Kept free beside the tallest figure for what its page must hold too, in points. */
const HEADINGS = 150;

/** Points a CSS pixel, which is the unit of a chart at full size. */
const CSS_PIXEL = 0.75;

/** What a figure needs besides itself. */
export interface FigureContext {
  /** Fonts to measure with. */
  readonly faces: Typefaces;
  /** The chart. */
  readonly drawing: Drawing;
  /** Where it came from; `""` says nothing. */
  readonly source: string;
  /** Size relative to what there is room for. @default {1} */
  readonly scale?: number;
  /** Left edge and width. @default {those of the page} */
  readonly place?: SourcePlace;
}

/**
 * Sets a chart with its caption below. A chart is never split: it is scaled to
 * the width of its place, and further where it would be taller than the page;
 * a small one stands at its full size.
 *
 * @param figure The figure.
 * @param context Its chart, where it came from, and the fonts.
 * @returns One strip for the chart, one for each line below it.
 */
export function figureStrips(
  figure: Pick<Figure, "caption">,
  context: FigureContext,
): readonly Strip[] {
  const { faces, drawing, source } = context;
  const { place = { x: CONTENT.left, width: CONTENT_WIDTH } } = context;
  const size = TEXT_SIZE.caption;
  const style = { ...place, size, color: COLOR.muted };
  const lines = setLines(figure.caption, style, faces);
  const caption = [
    ...lines.map((line, l) => ({
      height: lineHeight(size),
      gap: l === 0 ? 2 : 0,
      keepWithNext: true,
      items: [line],
    })),
    ...sourceStrips(source, place, faces),
  ];
  const below = Math.min(heightOf(caption), CONTENT_HEIGHT / 3);
  const tallest = CONTENT_HEIGHT - HEADINGS - below;
  const scale = (context.scale ?? 1) * Math.min(
    CSS_PIXEL,
    place.width / drawing.width,
    tallest / drawing.height,
  );
  const width = drawing.width * scale;
  const height = drawing.height * scale;
  const x = place.x + (place.width - width) / 2;
  return [
    {
      height,
      gap: 8,
      keepWithNext: true,
      items: [{ kind: "drawing", x, y: 0, width, height, drawing }],
    },
    ...caption.map((strip, l) => ({
      ...strip,
      keepWithNext: l < caption.length - 1,
    })),
  ];
}

import type { Figure } from "../document.ts";
import { figureStrips } from "./figure_strips.ts";
import type { Item, Strip } from "./layout_item.ts";
import {
  COLUMN_GAP,
  CONTENT,
  CONTENT_HEIGHT,
  CONTENT_WIDTH,
} from "./page_style.ts";
import { heightOf } from "./strip_height.ts";
import type { Drawing } from "./svg/drawing.ts";
import type { Typefaces } from "./typeface.ts";

/** Wider charts, in their own units, stand alone. */
const WIDEST = 500;

/** A row that is taller is set below each other. */
const TALLEST = CONTENT_HEIGHT / 2;

const WIDTH = (CONTENT_WIDTH - COLUMN_GAP) / 2;
const LEFT = { x: CONTENT.left, width: WIDTH };
const RIGHT = { x: CONTENT.left + WIDTH + COLUMN_GAP, width: WIDTH };

/** What figures need besides themselves. */
export interface FiguresContext {
  /** Fonts to measure with. */
  readonly faces: Typefaces;
  /** Gives the chart of a figure's SVG. */
  readonly draw: (svg: string) => Drawing;
  /** Size of charts relative to what there is room for. @default {1} */
  readonly scale?: number;
  /** Says where a figure came from; `""` says nothing. */
  readonly sourceOf: (figure: Figure) => string;
}

/**
 * Sets figures that follow each other: those that are drawn at half the width for
 * paper stand two in a row, others, and one alone, take the whole width.
 *
 * @param figures In order.
 * @param context Their charts, and the fonts.
 * @returns A strip a row, or several for a figure of the whole width.
 */
export function figureRows(
  figures: readonly Figure[],
  context: FiguresContext,
): readonly Strip[] {
  return runs(figures.map((figure) => toDrawn(figure, context))).flatMap(
    (run) => {
      const [first] = run;
      if (run.length === 1 && first) return wide(first, context);
      const count = Math.ceil(run.length / 2);
      return Array.from(
        { length: count },
        (_, r) => row(run.slice(2 * r, 2 * r + 2), context),
      ).flat();
    },
  );
}

interface Drawn {
  readonly figure: Figure;
  /** As it is drawn for paper. */
  readonly drawing: Drawing;
  readonly isNarrow: boolean;
}

/** What is not drawn for paper takes the whole width, small as it may be. */
function toDrawn(figure: Figure, { draw }: FiguresContext): Drawn {
  const drawing = draw(figure.paper ?? figure.svg);
  const isNarrow = figure.paper !== undefined && drawing.width <= WIDEST;
  return { figure, drawing, isNarrow };
}

/** Figures that stand in rows together, and each other one alone. */
function runs(figures: readonly Drawn[]): readonly (readonly Drawn[])[] {
  const all: Drawn[][] = [];
  for (const one of figures) {
    const last = all.at(-1);
    if (one.isNarrow && last?.at(-1)?.isNarrow) last.push(one);
    else all.push([one]);
  }
  return all;
}

/** One alone has room for the chart as it is on a screen. */
function wide(
  { figure, drawing, isNarrow }: Drawn,
  { faces, draw, sourceOf, scale = 1 }: FiguresContext,
): readonly Strip[] {
  return figureStrips(figure, {
    ...{ faces, source: sourceOf(figure), scale },
    drawing: isNarrow ? draw(figure.svg) : drawing,
  });
}

function row(
  figures: readonly Drawn[],
  context: FiguresContext,
): readonly Strip[] {
  const { faces, sourceOf, scale = 1 } = context;
  const columns = figures.map(({ figure, drawing }, c) =>
    figureStrips(figure, {
      ...{ faces, drawing, source: sourceOf(figure), scale },
      place: c === 0 ? LEFT : RIGHT,
    })
  );
  const height = Math.max(...columns.map(heightOf));
  return height > TALLEST
    ? figures.flatMap((figure) => wide(figure, context))
    : [{
      height,
      gap: 0,
      keepWithNext: false,
      items: columns.flatMap(stacked),
    }];
}

/** All items of strips below each other. */
function stacked(strips: readonly Strip[]): readonly Item[] {
  let y = 0;
  return strips.flatMap(({ gap, height, items }) => {
    const top = y + gap;
    y = top + height;
    return items.map((item) => ({ ...item, y: item.y + top }));
  });
}

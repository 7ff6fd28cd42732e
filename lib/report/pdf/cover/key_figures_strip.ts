import type { KeyFigure } from "../../document.ts";
import { fewLines } from "../cut_line.ts";
import type { Item, Strip } from "../layout_item.ts";
import {
  COLOR,
  COLUMN_GAP,
  CONTENT,
  CONTENT_WIDTH,
  TEXT_SIZE,
} from "../page_style.ts";
import { lineHeight, type LineStyle } from "../set_lines.ts";
import type { Typefaces } from "../typeface.ts";

/** Between a figure's ground and its text, in points. */
const PADDING = { side: 8, end: 7 } as const;

/** Lines of a term, of a number and of what it is made of. */
const MOST_LINES = { term: 2, value: 2, detail: 4 } as const;

/**
 * Sets key figures beside each other, each on a ground of its own that leads to
 * where there is more of it.
 *
 * @param figures At least one; as many as have room beside each other.
 * @param faces Fonts to measure with.
 * @returns One strip.
 */
export function keyFiguresStrip(
  figures: readonly KeyFigure[],
  faces: Typefaces,
): Strip {
  const count = figures.length;
  const width = (CONTENT_WIDTH - COLUMN_GAP * (count - 1)) / count;
  const columns = figures.map((figure, c) => {
    const x = CONTENT.left + c * (width + COLUMN_GAP);
    return { figure, x, lines: columnLines(figure, { x, width, faces }) };
  });
  const height = 2 * PADDING.end +
    Math.max(...columns.map(({ lines }) => lines.height));
  const items = columns.flatMap(({ figure, x, lines }): readonly Item[] => {
    const area = { x, y: 0, width, height };
    return [
      { kind: "box", ...area, color: COLOR.stripeFill },
      { kind: "box", ...area, height: 1.5, color: COLOR.rule },
      ...lines.items,
      ...(figure.section === null
        ? []
        : [{ kind: "link", ...area, section: figure.section } as const]),
    ];
  });
  return { height, gap: 14, keepWithNext: false, items };
}

function columnLines(
  { term, value, detail }: KeyFigure,
  { x, width, faces }: {
    readonly x: number;
    readonly width: number;
    readonly faces: Typefaces;
  },
): { readonly height: number; readonly items: readonly Item[] } {
  const place = { x: x + PADDING.side, width: width - 2 * PADDING.side };
  const small = { ...place, size: TEXT_SIZE.caption, color: COLOR.muted };
  const large = { ...place, size: TEXT_SIZE.key, weight: "bold" } as const;
  const texts: readonly [string, LineStyle & { readonly most: number }][] = [
    [term, { ...small, most: MOST_LINES.term }],
    [value, { ...large, most: MOST_LINES.value }],
    [detail, { ...small, most: MOST_LINES.detail }],
  ];
  let height = 0;
  const items = texts.flatMap(([text, style]) =>
    fewLines(text, style, faces).map((line) => {
      const y = PADDING.end + height + line.y;
      height += lineHeight(line.size);
      return { ...line, y };
    })
  );
  return { height, items };
}

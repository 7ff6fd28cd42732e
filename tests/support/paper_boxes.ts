import type { Area, Item, TextItem } from "@lib/report/pdf/layout_item.ts";
import { CONTENT, TEXT_SIZE } from "@lib/report/pdf/page_style.ts";
import type { Typefaces } from "@lib/report/pdf/typeface.ts";

/** Heights of DejaVu's letters above and below their baseline, over the size. */
const ASCENT = 0.76;
const DESCENT = 0.24;

/** Measured widths are sums of floating-point numbers. */
const HAIR = 0.02;

/**
 * Gives the area that a line of text takes.
 *
 * @param item The line.
 * @param faces Fonts to measure with.
 * @returns Its area in points.
 */
export function textBox(
  { x, y, text, size, weight }: TextItem,
  faces: Typefaces,
): Area {
  const width = faces[weight].width(text.trimEnd(), size);
  const height = (ASCENT + DESCENT) * size;
  return { x, y: y - ASCENT * size, width, height };
}

/**
 * Says what is wrong with where things stand on pages: beyond the margins, over
 * each other, a heading with nothing below it.
 *
 * @param pages Items of each page.
 * @param faces Fonts to measure with.
 * @returns One line a problem.
 */
export function paperProblems(
  pages: readonly (readonly Item[])[],
  faces: Typefaces,
): readonly string[] {
  return pages.flatMap((items, index) =>
    [
      ...beyondMargins(items, faces),
      ...overlaps(items, faces),
      ...orphans(items),
    ].map((problem) => `page ${index + 1}: ${problem}`)
  );
}

interface Named {
  readonly name: string;
  readonly area: Area;
}

function named(item: Item, faces: Typefaces): readonly Named[] {
  switch (item.kind) {
    case "text":
      return [{ name: `"${item.text}"`, area: textBox(item, faces) }];
    case "drawing":
    case "box":
    case "link":
      return [{ name: item.kind, area: item }];
    case "anchor":
    case "page-number":
      return [];
  }
}

function beyondMargins(
  items: readonly Item[],
  faces: Typefaces,
): readonly string[] {
  return items.flatMap((item) => named(item, faces)).flatMap(
    ({ name, area: { x, y, width, height } }) => {
      const isFooter = y > CONTENT.bottom;
      const [top, bottom] = isFooter
        ? [CONTENT.bottom, CONTENT.bottom + 30]
        : [CONTENT.top, CONTENT.bottom];
      const isInside = x >= CONTENT.left - HAIR &&
        x + width <= CONTENT.right + HAIR &&
        y >= top - HAIR && y + height <= bottom + HAIR;
      return isInside ? [] : [`${name} is beyond the margins`];
    },
  );
}

/** Texts and charts cover neither each other nor one another. */
function overlaps(
  items: readonly Item[],
  faces: Typefaces,
): readonly string[] {
  const solid = items
    .filter(({ kind }) => kind === "text" || kind === "drawing")
    .flatMap((item) => named(item, faces))
    .filter(({ area }) => area.width > 0);
  return solid.flatMap((one, i) =>
    solid.slice(i + 1).filter((other) => meet(one.area, other.area))
      .map((other) => `${one.name} is over ${other.name}`)
  );
}

function meet(a: Area, b: Area): boolean {
  const shared = (from: number, length: number, at: number, size: number) =>
    Math.min(from + length, at + size) - Math.max(from, at);
  return shared(a.x, a.width, b.x, b.width) > HAIR &&
    shared(a.y, a.height, b.y, b.height) > HAIR;
}

const HEADINGS: readonly number[] = [TEXT_SIZE.chapter, TEXT_SIZE.part];

/** What an item shows, if it is more than a heading or the footer. */
function isContent(item: Item): boolean {
  if (item.kind === "drawing") return true;
  return item.kind === "text" && item.y < CONTENT.bottom &&
    !HEADINGS.includes(item.size);
}

function orphans(items: readonly Item[]): readonly string[] {
  const lowest = items.filter(isContent).map((item) =>
    item.kind === "text" || item.kind === "drawing" ? item.y : 0
  ).reduce((most, y) => Math.max(most, y), 0);
  return items.flatMap((item) =>
    item.kind === "anchor" && item.y > lowest
      ? [`nothing follows the heading of ${item.section}`]
      : []
  );
}

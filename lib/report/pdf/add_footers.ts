import { cutLine } from "./cut_line.ts";
import type { Item } from "./layout_item.ts";
import { COLOR, CONTENT, CONTENT_WIDTH, TEXT_SIZE } from "./page_style.ts";
import type { Typefaces } from "./typeface.ts";

const GAP = 14;
const NUMBER_WIDTH = 70;
/** At most. */
const IDS_WIDTH = 200;

/** What stands at the foot of each page. */
export interface FooterTexts {
  /** Title of the report; cut to one line. */
  readonly title: string;
  /** By what a page on its own can be traced; `""` for nothing. */
  readonly ids: string;
}

/**
 * Adds to each page the report's title, what it can be traced by, and
 * "Page n of m".
 *
 * @param pages Items of each page.
 * @param texts What they say.
 * @param faces Fonts to measure with.
 * @returns The same pages with footers.
 */
export function addFooters(
  pages: readonly (readonly Item[])[],
  { title, ids }: FooterTexts,
  faces: Typefaces,
): readonly (readonly Item[])[] {
  const style = { size: TEXT_SIZE.footer, color: COLOR.muted };
  const right = { ...style, align: "right" } as const;
  const idsWidth = Math.min(
    IDS_WIDTH,
    faces.regular.width(ids, style.size) + 0.5,
  );
  const left = cutLine(title, {
    ...style,
    x: CONTENT.left,
    width: CONTENT_WIDTH - NUMBER_WIDTH - idsWidth - 2 * GAP,
  }, faces);
  const middle = ids === "" ? [] : [cutLine(ids, {
    ...right,
    x: CONTENT.right - NUMBER_WIDTH - idsWidth - GAP,
    width: idsWidth,
  }, faces)];
  const y = CONTENT.bottom + GAP;
  const rule = { x: CONTENT.left, width: CONTENT_WIDTH, height: 0.5 };
  return pages.map((items, index) => {
    const count = cutLine(`Page ${index + 1} of ${pages.length}`, {
      ...right,
      x: CONTENT.right - NUMBER_WIDTH,
      width: NUMBER_WIDTH,
    }, faces);
    return [
      ...items,
      { kind: "box", ...rule, y: y - 3, color: COLOR.rule },
      ...[left, ...middle, count].map((text) => ({ ...text, y: text.y + y })),
    ];
  });
}

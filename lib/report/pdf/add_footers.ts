import type { Item } from "./layout_item.ts";
import { COLOR, CONTENT, CONTENT_WIDTH, TEXT_SIZE } from "./page_style.ts";
import { setLines } from "./set_lines.ts";
import type { Typefaces } from "./typeface.ts";

const GAP = 14;
const NUMBER_WIDTH = 90;

/**
 * Adds to each page the report's title and "Page n of m".
 *
 * @param pages Items of each page.
 * @param title Title of the report; cut to one line.
 * @param faces Fonts to measure with.
 * @returns The same pages with footers.
 */
export function addFooters(
  pages: readonly (readonly Item[])[],
  title: string,
  faces: Typefaces,
): readonly (readonly Item[])[] {
  const style = { size: TEXT_SIZE.footer, color: COLOR.muted };
  const titleStyle = {
    ...style,
    x: CONTENT.left,
    width: CONTENT_WIDTH - NUMBER_WIDTH,
  };
  const numberStyle = {
    ...style,
    x: CONTENT.right - NUMBER_WIDTH,
    width: NUMBER_WIDTH,
    align: "right",
  } as const;
  const y = CONTENT.bottom + GAP;
  const rule = { x: CONTENT.left, width: CONTENT_WIDTH, height: 0.5 };
  const [first, ...more] = setLines(title, titleStyle, faces);
  const left = first && more.length > 0
    ? { ...first, text: `${first.text} …` }
    : first;
  return pages.map((items, index) => {
    const count = `Page ${index + 1} of ${pages.length}`;
    const texts = [
      ...(left ? [left] : []),
      ...setLines(count, numberStyle, faces),
    ];
    return [
      ...items,
      { kind: "box", ...rule, y: y - 3, color: COLOR.rule },
      ...texts.map((text) => ({ ...text, y: text.y + y })),
    ];
  });
}

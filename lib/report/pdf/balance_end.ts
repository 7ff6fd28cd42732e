import type { Item, Strip } from "./layout_item.ts";
import { CONTENT, CONTENT_HEIGHT } from "./page_style.ts";
import { paginate } from "./paginate.ts";
import { BLOCK_GAP } from "./text_strips.ts";

/** Of a page: what fills no more of it looks lost there. */
const NEARLY_EMPTY = 0.32;

/** What the last page then gets at least. */
const FAIR = 0.4;

/**
 * Puts more on the last page where there would be little on it: whole blocks
 * from the page before.
 *
 * @param strips In order, the first at the top of a page.
 * @returns The same strips; one may ask for a page.
 */
export function balanceEnd(strips: readonly Strip[]): readonly Strip[] {
  const pages = paginate(strips, CONTENT);
  if (!endsNearlyEmpty(pages)) return strips;
  const fair = balanced(strips);
  return paginate(fair, CONTENT).length === pages.length ? fair : strips;
}

/**
 * Tells whether there is little on the last page.
 *
 * @param pages Items of each page.
 * @returns Whether; one page alone is as full as it can be.
 */
export function endsNearlyEmpty(
  pages: readonly (readonly Item[])[],
): boolean {
  return pages.length > 1 && filledShare(pages.at(-1) ?? []) <= NEARLY_EMPTY;
}

/** How far down a page there is something. */
function filledShare(items: readonly Item[]): number {
  const ends = items.map((item) =>
    item.y + ("height" in item ? item.height : 0)
  );
  return (Math.max(CONTENT.top, ...ends) - CONTENT.top) / CONTENT_HEIGHT;
}

/** Takes whole blocks along to the last page. */
function balanced(strips: readonly Strip[]): readonly Strip[] {
  let height = 0;
  for (let i = strips.length - 1; i > 0; i--) {
    const strip = strips[i]!;
    height += strip.gap + strip.height;
    if (height >= FAIR * CONTENT_HEIGHT && beginsBlock(strip, strips[i - 1]!)) {
      return strips.with(i, { ...strip, room: CONTENT_HEIGHT });
    }
  }
  return strips;
}

function beginsBlock(strip: Strip, before: Strip): boolean {
  return !before.keepWithNext && strip.header === undefined &&
    (strip.gap >= BLOCK_GAP ||
      strip.items.some(({ kind }) => kind === "drawing"));
}

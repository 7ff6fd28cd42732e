import type { Item, Strip } from "./layout_item.ts";

/** Where on a page strips may stand, in points from its upper edge. */
export interface PageSpan {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Stacks strips on pages.
 *
 * Strips that are kept together move to the next page together; only where
 * they are taller than a page are they divided. A strip that asks for more room
 * than is left begins a page. A page that begins with a strip that has a header
 * begins with the header.
 *
 * @param strips In order, none taller than a page.
 * @param span Where on a page they may stand.
 * @returns The items of each page, at least one page, in page coordinates.
 *
 * @example Usage
 * ```ts
 * import { paginate } from "@lib/report/pdf/paginate.ts";
 * import assert from "node:assert/strict";
 *
 * const strip = { height: 40, gap: 0, keepWithNext: false, items: [] };
 * const pages = paginate([strip, strip, strip], { top: 0, bottom: 100 });
 * assert.equal(pages.length, 2);
 * ```
 */
export function paginate(
  strips: readonly Strip[],
  span: PageSpan,
): readonly (readonly Item[])[] {
  const { top, bottom } = span;
  let page: Item[] = [];
  const pages = [page];
  let y = top;
  const place = (strip: Strip) => {
    y += y === top ? 0 : strip.gap;
    page.push(...strip.items.map((item) => ({ ...item, y: item.y + y })));
    y += strip.height;
  };
  const turnPage = (next: Strip) => {
    page = [];
    pages.push(page);
    y = top;
    if (next.header) place(next.header);
  };
  for (const chain of chains(strips)) {
    const [first] = chain;
    const room = bottom - top - (first.header?.height ?? 0);
    const height = chainHeight(chain);
    const fits = y + (y === top ? 0 : first.gap) + height <= bottom;
    const isShort = (first.room ?? 0) > bottom - y - first.gap;
    if (y > top && (isShort || (!fits && height <= room))) turnPage(first);
    for (const strip of chain) {
      if (y > top && y + strip.gap + strip.height > bottom) turnPage(strip);
      place(strip);
    }
  }
  return pages;
}

type Chain = readonly [Strip, ...Strip[]];

/** Groups strips that must begin on the same page. */
function chains(strips: readonly Strip[]): readonly Chain[] {
  const all: [Strip, ...Strip[]][] = [];
  let joins = false;
  for (const strip of strips) {
    const last = all.at(-1);
    if (joins && last) last.push(strip);
    else all.push([strip]);
    joins = strip.keepWithNext;
  }
  return all;
}

/** Height without the gap above the first. */
function chainHeight([first, ...rest]: Chain): number {
  return rest.reduce(
    (sum, { gap, height }) => sum + gap + height,
    first.height,
  );
}

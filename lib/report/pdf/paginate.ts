import type { Item, Strip } from "./layout_item.ts";
import { heightOf } from "./strip_height.ts";

/** Where on a page strips may stand, in points from its upper edge. */
export interface PageSpan {
  readonly top: number;
  readonly bottom: number;
}

/** Of the gaps on a page: so much can go where what follows then fits. */
const TIGHTENED = 0.35;

/** Sums of floating-point numbers, in points. */
const HAIR = 1e-6;

/**
 * Stacks strips on pages.
 *
 * Strips that are kept together move to the next page together; only where
 * they are taller than a page are they divided. A strip that asks for more room
 * than is left begins a page, unless a little of each gap above makes room for it.
 * A page that begins with a strip that has a header begins with the header, and
 * above it with what says what goes on there.
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
  let page: Placed[] = [];
  const pages = [page];
  let y = top;
  const place = (strip: Strip) => {
    const gap = page.length === 0 ? 0 : strip.gap;
    page.push({ strip, gap });
    y += gap + strip.height;
  };
  const turnPage = (next: Strip) => {
    page = [];
    pages.push(page);
    y = top;
    headOf(next).forEach(place);
  };
  for (const chain of chains(strips)) {
    const [first] = chain;
    const room = bottom - top - heightOf(headOf(first));
    const height = heightOf(chain) - first.gap;
    const lacks = y + first.gap + (first.room ?? 0) - bottom;
    const slack = TIGHTENED * gapsOf(page);
    if (y > top && lacks > 0 && lacks <= slack) {
      page = tightened(page, lacks + HAIR);
      pages[pages.length - 1] = page;
      y -= lacks + HAIR;
    }
    const fits = y + (y === top ? 0 : first.gap) + height <= bottom;
    const isShort = (first.room ?? 0) > bottom - y - first.gap;
    if (y > top && (isShort || (!fits && height <= room))) turnPage(first);
    for (const strip of chain) {
      if (y > top && y + strip.gap + strip.height > bottom) turnPage(strip);
      place(strip);
    }
  }
  return pages.map((placed) => itemsOf(placed, top));
}

/** A strip on a page, and the space above it there. */
interface Placed {
  readonly strip: Strip;
  readonly gap: number;
}

/** What stands above a strip that begins a page. */
function headOf({ running, header }: Strip): readonly Strip[] {
  return [running ?? [], header ?? []].flat();
}

function gapsOf(page: readonly Placed[]): number {
  return page.reduce((sum, { gap }) => sum + gap, 0);
}

/** Takes some points out of the gaps of a page, the same part of each. */
function tightened(page: readonly Placed[], points: number): Placed[] {
  const rest = 1 - points / gapsOf(page);
  return page.map(({ strip, gap }) => ({ strip, gap: gap * rest }));
}

function itemsOf(page: readonly Placed[], top: number): readonly Item[] {
  let y = top;
  return page.flatMap(({ strip, gap }) => {
    const start = y + gap;
    y = start + strip.height;
    return strip.items.map((item) => ({ ...item, y: item.y + start }));
  });
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

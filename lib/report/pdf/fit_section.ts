import type { Section } from "../document.ts";
import type { Item, Strip } from "./layout_item.ts";
import { CONTENT, CONTENT_HEIGHT } from "./page_style.ts";
import { paginate } from "./paginate.ts";
import { BLOCK_GAP } from "./text_strips.ts";
import { type SectionContext, sectionStrips } from "./section_strips.ts";

/** Of a page: a section that fills no more of its last one is drawn smaller. */
const NEARLY_EMPTY = 0.32;

/** Sizes of its charts that are tried; a smaller one nobody could read. */
const SCALES = [0.95, 0.9, 0.85, 0.8] as const;

/** What the last page then gets at least. */
const FAIR = 0.4;

/**
 * Sets a section. One that has pages of its own, and would put little on the
 * last of them, gets smaller charts if that saves the page, and else puts more there.
 *
 * @param section The section.
 * @param context Fonts, charts, and where it begins.
 * @returns Its strips.
 */
export function fitSection(
  section: Section,
  context: SectionContext,
): readonly Strip[] {
  const whole = sectionStrips(section, context);
  if (context.start !== "page") return whole;
  const pages = paginate(whole, CONTENT);
  const isSpare = pages.length > 1 &&
    filledShare(pages.at(-1) ?? []) <= NEARLY_EMPTY;
  if (!isSpare) return whole;
  for (const scale of SCALES) {
    const smaller = sectionStrips(section, { ...context, scale });
    if (paginate(smaller, CONTENT).length < pages.length) return smaller;
  }
  const fair = balanced(whole);
  return paginate(fair, CONTENT).length === pages.length ? fair : whole;
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

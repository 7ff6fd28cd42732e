import type { Section } from "../document.ts";
import { balanceEnd, endsNearlyEmpty } from "./balance_end.ts";
import type { Strip } from "./layout_item.ts";
import { CONTENT } from "./page_style.ts";
import { paginate } from "./paginate.ts";
import { type SectionContext, sectionStrips } from "./section_strips.ts";

/** Sizes of its charts that are tried; a smaller one nobody could read. */
const SCALES = [0.95, 0.9, 0.85, 0.8] as const;

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
  if (!endsNearlyEmpty(pages)) return whole;
  for (const scale of SCALES) {
    const smaller = sectionStrips(section, { ...context, scale });
    if (paginate(smaller, CONTENT).length < pages.length) return smaller;
  }
  return balanceEnd(whole);
}

/**
 * Sets a section below short ones on their page, where it is to have pages of its
 * own: an outage has two sentences, and a page for it alone says nothing more.
 *
 * @param section The section.
 * @param context Fonts and charts.
 * @param before Strips of all that stands before it, the last of a short section.
 * @returns Its strips: in the room that is left if that saves a page, else as
 *   {@linkcode fitSection} sets them.
 */
export function shareSection(
  section: Section,
  context: Omit<SectionContext, "start">,
  before: readonly Strip[],
): readonly Strip[] {
  const own = fitSection(section, { ...context, start: "page" });
  const count = pagesOf([...before, ...own]);
  for (const scale of [1, ...SCALES]) {
    const room = { ...context, start: "room", scale } as const;
    const [first, ...rest] = sectionStrips(section, room);
    if (first === undefined) return own;
    const shared = [{ ...first, room: 0 }, ...rest];
    if (pagesOf([...before, ...shared]) < count) return shared;
  }
  return own;
}

function pagesOf(strips: readonly Strip[]): number {
  return paginate(strips, CONTENT).length;
}

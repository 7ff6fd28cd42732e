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
 * Sets a section that is to begin a page, behind a short one that may stand alone
 * on its own: an outage has two sentences, and such a page is nearly empty.
 *
 * @param section The section.
 * @param context Fonts and charts.
 * @param before Strips of all that stands before it, the last of a short section.
 * @returns Its strips: below, if there is little on that page, and it takes no
 *   more pages so; one of an incident only if it takes fewer, or it would be torn
 *   apart. Else as {@linkcode fitSection} sets them.
 */
export function shareSection(
  section: Section,
  context: Omit<SectionContext, "start">,
  before: readonly Strip[],
): readonly Strip[] {
  const own = fitSection(section, { ...context, start: "page" });
  if (!endsNearlyEmpty(paginate(before, CONTENT))) return own;
  const count = pagesOf([...before, ...own]);
  const most = section.incident === undefined ? count : count - 1;
  for (const scale of [1, ...SCALES]) {
    const room = { ...context, start: "room", scale } as const;
    const [first, ...rest] = sectionStrips(section, room);
    if (first === undefined) return own;
    const shared = [{ ...first, room: 0 }, ...rest];
    if (pagesOf([...before, ...shared]) <= most) return shared;
  }
  return own;
}

function pagesOf(strips: readonly Strip[]): number {
  return paginate(strips, CONTENT).length;
}

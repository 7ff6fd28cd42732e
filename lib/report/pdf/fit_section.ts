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

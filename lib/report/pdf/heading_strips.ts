import type { ReportDocument, Section } from "../document.ts";
import { cutLine, fewLines } from "./cut_line.ts";
import { cleanText } from "./clean_text.ts";
import type { AnchorItem, Strip } from "./layout_item.ts";
import { COLOR, CONTENT, CONTENT_WIDTH, TEXT_SIZE } from "./page_style.ts";
import { lineHeight, setLines } from "./set_lines.ts";
import type { Typefaces } from "./typeface.ts";

/** Lines of a heading; a longer one would leave no room for what follows it. */
const MOST_LINES = 3;

/** Points between what a page goes on with and that. */
const BELOW_RUNNING = 4;

const PLACE = { x: CONTENT.left, width: CONTENT_WIDTH };

/**
 * Sets the title of the report with its subtitle.
 *
 * @param document The report.
 * @param faces Fonts to measure with.
 * @returns One strip a line, and one for the rule below.
 */
export function titleStrips(
  document: Pick<ReportDocument, "title" | "subtitle">,
  faces: Typefaces,
): readonly Strip[] {
  const title = { ...PLACE, size: TEXT_SIZE.title, weight: "bold" } as const;
  const subtitle = { ...PLACE, size: TEXT_SIZE.subtitle, color: COLOR.muted };
  const lines = [
    ...setLines(document.title, title, faces),
    ...setLines(document.subtitle, subtitle, faces),
  ];
  const rule = { ...PLACE, y: 0, height: 0.75, color: COLOR.rule };
  return [
    ...lines.map((line) => ({
      height: lineHeight(line.size),
      gap: 0,
      keepWithNext: true,
      items: [line],
    })),
    {
      height: 1,
      gap: 8,
      keepWithNext: false,
      items: [{ kind: "box", ...rule }],
    },
  ];
}

/**
 * Sets the heading of a section; what follows stands on the same page.
 *
 * @param section The section.
 * @param faces Fonts to measure with.
 * @returns One strip a line; the first has the section's anchor.
 */
export function headingStrips(
  section: Pick<Section, "id" | "title" | "level">,
  faces: Typefaces,
): readonly Strip[] {
  const { level } = section;
  const size = level === 2 ? TEXT_SIZE.chapter : TEXT_SIZE.part;
  const style = { ...PLACE, size, weight: "bold" } as const;
  const anchor = anchorOf(section);
  return fewLines(anchor.title, { ...style, most: MOST_LINES }, faces).map((
    line,
    l,
  ) => ({
    height: lineHeight(size),
    gap: l > 0 ? 0 : level === 2 ? 22 : 15,
    keepWithNext: true,
    items: l === 0 ? [anchor, line] : [line],
  }));
}

/**
 * Sets what stands at the top of each further page of a section, so that a page
 * that is passed on alone says what it is of.
 *
 * @param section The section.
 * @param faces Fonts to measure with.
 * @returns One line, and the space below it.
 */
export function runningStrip(
  { title }: Pick<Section, "title">,
  faces: Typefaces,
): Strip {
  const style = { ...PLACE, size: TEXT_SIZE.caption, color: COLOR.muted };
  const line = cutLine(`${title}, continued`, style, faces);
  return {
    height: lineHeight(line.size) + BELOW_RUNNING,
    gap: 0,
    keepWithNext: true,
    items: [line],
  };
}

/**
 * Gives where links to a section lead, at the top of a strip.
 *
 * @param section The section.
 * @returns Its anchor.
 */
export function anchorOf(
  { id, title, level }: Pick<Section, "id" | "title" | "level">,
): AnchorItem {
  return {
    kind: "anchor",
    x: PLACE.x,
    y: 0,
    section: id,
    // The viewer shows the outline with fonts of its own.
    title: cleanText(title, () => true),
    level,
  };
}

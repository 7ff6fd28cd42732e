import type { Section } from "../document.ts";
import type { Strip } from "./layout_item.ts";
import { COLOR, CONTENT, CONTENT_WIDTH, TEXT_SIZE } from "./page_style.ts";
import { lineHeight, setLines } from "./set_lines.ts";
import type { Typefaces } from "./typeface.ts";

/** With more entries than this, the contents list the chapters only. */
const MOST_ENTRIES = 40;
const NUMBER_WIDTH = 40;
const INDENT = 14;

/**
 * Sets the table of contents; the page numbers are filled in after pagination.
 *
 * @param sections Those of the report.
 * @param faces Fonts to measure with.
 * @returns One strip a line; none for fewer than two sections.
 */
export function contentsStrips(
  sections: readonly Section[],
  faces: Typefaces,
): readonly Strip[] {
  if (sections.length < 2) return [];
  const entries = sections.length > MOST_ENTRIES
    ? sections.filter(({ level }) => level === 2)
    : sections;
  const size = TEXT_SIZE.body;
  const height = lineHeight(size);
  const heading = setLines("Contents", {
    x: CONTENT.left,
    width: CONTENT_WIDTH,
    size,
    weight: "bold",
  }, faces);
  const title: Strip = { height, gap: 12, keepWithNext: true, items: heading };
  const lines = entries.flatMap(({ id, title, level }) => {
    const indent = level === 3 ? INDENT : 0;
    const x = CONTENT.left + indent;
    const width = CONTENT_WIDTH - indent;
    const color = level === 3 ? COLOR.muted : COLOR.ink;
    const style = { x, width: width - NUMBER_WIDTH, size, color };
    const texts = setLines(title, style, faces);
    return texts.map((text, l): Strip => ({
      height,
      gap: 0,
      keepWithNext: l < texts.length - 1,
      items: [
        text,
        { kind: "link", x, y: 0, width, height, section: id },
        ...(l === texts.length - 1
          ? [
            {
              ...text,
              kind: "page-number",
              x: CONTENT.right,
              section: id,
            } as const,
          ]
          : []),
      ],
    }));
  });
  return [title, ...lines];
}

import type { Section } from "../document.ts";
import { cutLine } from "./cut_line.ts";
import type { Item, Strip } from "./layout_item.ts";
import {
  COLOR,
  COLUMN_GAP,
  CONTENT,
  CONTENT_WIDTH,
  TEXT_SIZE,
} from "./page_style.ts";
import { lineHeight, setLines } from "./set_lines.ts";
import type { Typefaces } from "./typeface.ts";

/** With more entries than this, the contents list the chapters only. */
const MOST_ENTRIES = 80;
const NUMBER_WIDTH = 30;
const INDENT = 14;
const GAP = 2 * COLUMN_GAP;
const WIDTH = (CONTENT_WIDTH - GAP) / 2;

/** What an entry tells of a section. */
type Entry = Pick<Section, "id" | "title" | "level">;

/**
 * Sets the table of contents in two columns; the page numbers are filled in
 * after pagination.
 *
 * @param sections Those of the report.
 * @param faces Fonts to measure with.
 * @returns Strips that stay together, one a line; none for fewer than two sections.
 */
export function contentsStrips(
  sections: readonly Entry[],
  faces: Typefaces,
): readonly Strip[] {
  if (sections.length < 2) return [];
  const entries = sections.length > MOST_ENTRIES
    ? sections.filter(({ level }) => level === 2)
    : sections;
  const height = lineHeight(TEXT_SIZE.body);
  const heading = setLines("Contents", {
    ...{ x: CONTENT.left, width: CONTENT_WIDTH },
    ...{ size: TEXT_SIZE.body, weight: "bold" },
  }, faces);
  const count = Math.ceil(entries.length / 2);
  const lines = Array.from({ length: count }, (_, l): Strip => ({
    height,
    gap: 0,
    keepWithNext: l < count - 1,
    items: [entries.slice(l, l + 1), entries.slice(count + l, count + l + 1)]
      .flatMap((found, c) =>
        found.flatMap((entry) =>
          entryItems(entry, CONTENT.left + c * (WIDTH + GAP), faces)
        )
      ),
  }));
  return [
    { height: height + 2, gap: 16, keepWithNext: true, items: heading },
    ...lines,
  ];
}

function entryItems(
  { id, title, level }: Entry,
  left: number,
  faces: Typefaces,
): readonly Item[] {
  const size = TEXT_SIZE.body;
  const indent = level === 3 ? INDENT : 0;
  const x = left + indent;
  const width = WIDTH - indent;
  const color = level === 3 ? COLOR.muted : COLOR.ink;
  const style = { x, width: width - NUMBER_WIDTH, size, color };
  const text = cutLine(title, style, faces);
  return [
    text,
    { kind: "link", x, y: 0, width, height: lineHeight(size), section: id },
    { ...text, kind: "page-number", x: left + WIDTH, section: id },
  ];
}

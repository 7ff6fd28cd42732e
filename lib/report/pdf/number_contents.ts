import type { Item } from "./layout_item.ts";
import type { Typefaces } from "./typeface.ts";

/**
 * Fills in the numbers of the pages on which sections begin.
 *
 * @param pages Items of each page; some are page numbers.
 * @param faces Fonts to measure with.
 * @returns The same pages with text in their place.
 */
export function numberContents(
  pages: readonly (readonly Item[])[],
  faces: Typefaces,
): readonly (readonly Item[])[] {
  const numbers = new Map<string, number>();
  pages.forEach((items, index) => {
    for (const item of items) {
      if (item.kind === "anchor") numbers.set(item.section, index + 1);
    }
  });
  return pages.map((items) =>
    items.map((item) => {
      if (item.kind !== "page-number") return item;
      const text = String(numbers.get(item.section) ?? "");
      const width = faces[item.weight].width(text, item.size);
      return { ...item, kind: "text", text, x: item.x - width };
    })
  );
}

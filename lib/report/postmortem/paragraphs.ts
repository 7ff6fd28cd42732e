import type { Paragraph } from "../document.ts";

/**
 * Makes paragraphs of what there is to say.
 *
 * @param texts Plain texts; `""` for nothing.
 * @returns One paragraph a text.
 */
export function paragraphs(texts: readonly string[]): Paragraph[] {
  return texts.filter((text) => text !== "")
    .map((text) => ({ kind: "paragraph", text }));
}

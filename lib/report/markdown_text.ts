import { plainText } from "../frame/plain_text.ts";

/**
 * Writes plain text as Markdown on one line: what Markdown, HTML or mathematics
 * would read as their own, such as a metric's name with a `<`, stays text.
 *
 * @param text Plain text, also hostile.
 * @returns The same for Markdown, fit for a table's cell too.
 *
 * @example Usage
 * ```ts
 * import { markdownText } from "@lib/report/markdown_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(markdownText("<b> | 2*3"), "&lt;b> \\| 2\\*3");
 * ```
 */
export function markdownText(text: string): string {
  return plainText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\|*`~$[\]]|(?<!\w)_|_(?!\w)/g, (character) => `\\${character}`);
}

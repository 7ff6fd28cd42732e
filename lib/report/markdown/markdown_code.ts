import { plainText } from "../../frame/plain_text.ts";

/**
 * Writes plain text as code within a line of Markdown, whatever backticks and
 * line ends it holds.
 *
 * @param text Plain text, also hostile.
 * @returns The text between as many backticks as it needs.
 *
 * @example Usage
 * ```ts
 * import { markdownCode } from "@lib/report/markdown/markdown_code.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(markdownCode("web-1"), "`web-1`");
 * assert.equal(markdownCode("a`b\nc"), "``a`b c``");
 * ```
 */
export function markdownCode(text: string): string {
  const code = plainText(text);
  const ticks = "`".repeat(longestTicks(code) + 1);
  // One space at each end is no part of the code; it keeps backticks apart.
  const space = /^`|`$|^ .*\S.* $/.test(code) ? " " : "";
  return `${ticks}${space}${code}${space}${ticks}`;
}

/**
 * Writes a text as a block of code in Markdown.
 *
 * @param text Any text of whole lines.
 * @param language Its language, one word.
 * @returns The text between fences that nothing in it can close.
 *
 * @example Usage
 * ```ts
 * import { markdownFence } from "@lib/report/markdown/markdown_code.ts";
 * import assert from "node:assert/strict";
 *
 * const [fence, ...lines] = markdownFence("a\n", "text").split("\n");
 * assert.equal(fence?.slice(3), "text");
 * assert.equal(lines[0], "a");
 * ```
 */
export function markdownFence(text: string, language: string): string {
  const fence = "`".repeat(Math.max(3, longestTicks(text) + 1));
  return `${fence}${language}\n${text}${fence}`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

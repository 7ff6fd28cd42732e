import { plainText } from "../../frame/plain_text.ts";

/**
 * Parts an invisible character that no line breaks at (U+2060): trackers look for
 * mentions, references and addresses in the text that Markdown leaves, where a
 * backslash is long gone.
 */
const APART = "\u2060";

/** What trackers read as their own, each up to where it is parted. */
const READ_AS_MORE: readonly RegExp[] = [
  // @user, #123, owner/repo#1, user@host
  /[@#](?=[\p{L}\p{N}_])/gu,
  // GitLab: !merge, $snippet, &epic; ~label, %milestone
  /[!$&](?=\d)|[~%](?=[\p{L}\p{N}_"])/gu,
  /GH-(?=\d)/gi,
  // https://…, www.…
  /:(?=\/\/)|www(?=\.)/gi,
  // :smile:, :+1:, :100:, but no 12:30:05
  /:(?=[\w+-]*[a-z][\w+-]*:|(?:[+-]1|100|1234):)/gi,
];

/** What begins a heading, a quotation, a list, a rule, a quick action, a box. */
const BEGINS =
  /^(?:[>/:=]|#(?=#*(?:\s|$))|[+-](?=[\s+-]|$)|\d+(?=[.)](?:\s|$)))/;

/**
 * Writes plain text as Markdown on one line: what Markdown, HTML or mathematics
 * would read as their own, such as a metric's name with a `<`, stays text, also
 * at the start of a line. So does what trackers make of a text: mentions,
 * references to issues, addresses, emoji.
 *
 * @param text Plain text, also hostile.
 * @returns The same for Markdown, fit for a table's cell too.
 *
 * @example Usage
 * ```ts
 * import { markdownText } from "@lib/report/markdown/markdown_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(markdownText("<b> | 2*3"), "&lt;b> \\| 2\\*3");
 * assert.equal(markdownText("@web-1"), "@\u2060web-1");
 * ```
 */
export function markdownText(text: string): string {
  return READ_AS_MORE
    .reduce(
      (parted, sign) => parted.replace(sign, `$&${APART}`),
      plainText(text).trim(),
    )
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/<(?=\S)/g, "&lt;")
    .replace(
      /[\\|*`~$[\]{}]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
      (character) => `\\${character}`,
    )
    .replace(BEGINS, (start) => /\d/.test(start) ? `${start}\\` : `\\${start}`)
    // What ends a heading.
    .replace(/(?<=\s#*)#$/, "\\#");
}

/** Characters that XML forbids or that would move the text around them. */
const UNWANTED = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufffe\uffff]+/gu;

/**
 * Makes a name fit to be shown in one line: control characters, line ends and
 * marks that reverse the direction become a space, broken surrogates `\uFFFD`.
 *
 * @param text Any text.
 * @returns Text that is valid in XML, on one line.
 *
 * @example Usage
 * ```ts
 * import { plainText } from "@lib/frame/plain_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(plainText("cpu\n\u0007user"), "cpu user");
 * ```
 */
export function plainText(text: string): string {
  return text.toWellFormed().replace(UNWANTED, " ");
}

/**
 * Cuts a name in its middle, since names of metrics differ at both ends.
 *
 * @param text Any text.
 * @param most Characters at most, at least 3.
 * @returns The text on one line, with `…` for what was cut.
 *
 * @example Usage
 * ```ts
 * import { shortName } from "@lib/frame/plain_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(shortName("disk-bytes-written", 11), "disk-…itten");
 * ```
 */
export function shortName(text: string, most: number): string {
  const characters = [...plainText(text.slice(0, 20_000))];
  if (characters.length <= most) return characters.join("");
  const head = Math.floor((most - 1) / 2);
  const tail = most - 1 - head;
  return [...characters.slice(0, head), "…", ...characters.slice(-tail)]
    .join("");
}

/** Stands in for a character that the font lacks or that has no looks. */
export const MISSING = "□";

// Joiners, variation selectors, the soft hyphen and emoji modifiers change
// the looks of a neighbour; on their own they are nothing to see.
const INVISIBLE =
  /[\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\u{1f3fb}-\u{1f3ff}]/gu;
// All white space at which a line may end: a number stays with its unit where
// the space between them is a no-break space.
const SPACE =
  /[\t-\r \u0085\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+/gu;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u;

/**
 * Makes any text printable: composed, on one line, every character with a
 * glyph.
 *
 * What cannot be shown, be it an emoji or a control that turns the reading
 * direction, becomes {@linkcode MISSING}, so that the reader sees that there
 * is something.
 *
 * @param text Any text, also with lone surrogates.
 * @param has Tells whether the font has a glyph for a code point.
 * @returns Text without line breaks or tabs; no space at either end.
 *
 * @example Usage
 * ```ts
 * import { cleanText } from "@lib/report/pdf/clean_text.ts";
 * import assert from "node:assert/strict";
 *
 * const ascii = (codePoint: number) => codePoint < 128;
 * assert.equal(cleanText("db\t01 🔥", ascii), "db 01 □");
 * ```
 */
export function cleanText(
  text: string,
  has: (codePoint: number) => boolean,
): string {
  const plain = text.toWellFormed().normalize("NFC")
    .replace(INVISIBLE, "").replace(SPACE, " ").trim();
  let shown = "";
  for (const character of plain) {
    const codePoint = character.codePointAt(0) ?? 0;
    const printable = has(codePoint) && !UNPRINTABLE.test(character);
    shown += printable ? character : MISSING;
  }
  return shown;
}

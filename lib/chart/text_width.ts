/** Width of an average character at the charts' font size in the widest font we meet, DejaVu Sans. */
const NARROW = 6.8;

/** Width of a CJK character or an emoji at the same size. */
const WIDE = 11.5;

/**
 * Estimates how wide a text is drawn, so that a margin can hold it; there is no
 * font to measure with.
 *
 * @param text One line.
 * @returns Chart units at the charts' font size, rather too many than too few.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width += (character.codePointAt(0) ?? 0) >= 0x1100 ? WIDE : NARROW;
  }
  return width;
}

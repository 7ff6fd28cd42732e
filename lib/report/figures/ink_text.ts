import { cleanText } from "../pdf/clean_text.ts";

/** Text between two tags. */
const TEXT = />([^<>]+)</g;

/** What every font has. */
const PLAIN = /^[ -~]*$/;

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
};

/**
 * Makes all texts of a chart such that a font can show them, as the PDF does:
 * what it lacks becomes a visible placeholder, where a drawing program would
 * leave a gap.
 *
 * @param svg A chart's SVG, as it is written here: its elements hold text or other
 *   elements, and entities are the named ones of XML.
 * @param has Tells whether the font has a glyph for a code point.
 * @returns The same with other texts.
 */
export function inkText(
  svg: string,
  has: (codePoint: number) => boolean,
): string {
  return svg.replace(TEXT, (whole, raw: string) => {
    if (PLAIN.test(raw)) return whole;
    const text = raw.replace(
      /&(?:amp|lt|gt|quot);/g,
      (name) => ENTITIES[name]!,
    );
    return `>${escaped(cleanText(text, has))}<`;
  });
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

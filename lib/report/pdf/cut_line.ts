import { cleanText } from "./clean_text.ts";
import type { TextItem } from "./layout_item.ts";
import { type LineStyle, setLines } from "./set_lines.ts";
import type { Typefaces } from "./typeface.ts";

/**
 * Sets a text in one line; what does not fit becomes "…".
 *
 * @param text Any text.
 * @param style Place, width and looks.
 * @param faces Fonts to measure with.
 * @returns One item, no wider than asked.
 */
export function cutLine(
  text: string,
  style: LineStyle,
  faces: Typefaces,
): TextItem {
  const face = faces[style.weight ?? "regular"];
  const clean = cleanText(text, (codePoint) => face.has(codePoint));
  const fits = (piece: string) => face.width(piece, style.size) <= style.width;
  const [line] = setLines(fits(clean) ? clean : cut(clean, fits), style, faces);
  return line!;
}

/**
 * Sets a text in a few lines; what does not fit becomes "…".
 *
 * @param text Any text.
 * @param style Place, width and looks, and how many lines there are at most.
 * @param faces Fonts to measure with.
 * @returns One item a line, at least one.
 */
export function fewLines(
  text: string,
  { most, ...style }: LineStyle & { readonly most: number },
  faces: Typefaces,
): readonly TextItem[] {
  const lines = setLines(text, style, faces);
  if (lines.length <= most) return lines;
  const rest = lines.slice(most - 1).map((line) => line.text).join(" ");
  return [...lines.slice(0, most - 1), cutLine(rest, style, faces)];
}

function cut(text: string, fits: (piece: string) => boolean): string {
  const characters = [...text.slice(0, 2000)];
  // The longest beginning that fits, by halving.
  let [shortest, longest] = [0, characters.length];
  const beginning = (length: number) =>
    `${characters.slice(0, length).join("").trimEnd()}…`;
  while (shortest < longest) {
    const middle = Math.ceil((shortest + longest) / 2);
    if (fits(beginning(middle))) shortest = middle;
    else longest = middle - 1;
  }
  return beginning(shortest);
}

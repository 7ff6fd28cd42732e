import { cleanText } from "./clean_text.ts";
import type { TextItem } from "./layout_item.ts";
import { COLOR, LINE_HEIGHT, type Rgb } from "./page_style.ts";
import type { Typefaces, Weight } from "./typeface.ts";
import { wrapText } from "./wrap_text.ts";

/** How a text is set. */
export interface LineStyle {
  /** Left edge. */
  readonly x: number;
  /** Widest line. */
  readonly width: number;
  /** Text size; all in points. */
  readonly size: number;
  /** @default {"regular"} */
  readonly weight?: Weight;
  /** @default {COLOR.ink} */
  readonly color?: Rgb;
  /** @default {"left"} */
  readonly align?: "left" | "right";
}

/** Half the height of DejaVu's capitals, relative to the text size. */
const HALF_CAP_HEIGHT = 0.365;

/**
 * Gives the distance between the baselines of two lines.
 *
 * @param size Text size.
 * @returns Height of a line, in the same unit.
 */
export function lineHeight(size: number): number {
  return size * LINE_HEIGHT;
}

/**
 * Sets a text in lines; each stands at the top of a strip of
 * {@linkcode lineHeight}.
 *
 * @param text Any text.
 * @param style Place, width and looks.
 * @param faces Fonts to measure with.
 * @returns One item a line, at least one.
 */
export function setLines(
  text: string,
  style: LineStyle,
  faces: Typefaces,
): readonly TextItem[] {
  const { x, width, size } = style;
  const { weight = "regular", color = COLOR.ink, align = "left" } = style;
  const face = faces[weight];
  const measure = (piece: string) => face.width(piece, size);
  const clean = cleanText(text, (codePoint) => face.has(codePoint));
  return wrapText(clean, width, measure).map((line) => ({
    kind: "text",
    x: align === "left" ? x : x + width - measure(line),
    y: lineHeight(size) / 2 + HALF_CAP_HEIGHT * size,
    text: line,
    size,
    weight,
    color,
  }));
}

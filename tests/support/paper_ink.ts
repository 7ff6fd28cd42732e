import type { Area, Item } from "@lib/report/pdf/layout_item.ts";
import { CONTENT, PAGE } from "@lib/report/pdf/page_style.ts";
import type { Typefaces } from "@lib/report/pdf/typeface.ts";
import { visualOrder } from "@lib/report/pdf/visual_order.ts";
import { textBox } from "./paper_boxes.ts";
import type { GreyImage } from "./poppler.ts";

/** Lighter pixels are paper; a faint rule is darker. */
const PAPER = 252;

/** Darker pixels are ink of a letter, be it on a tinted ground. */
const LETTER = 205;

/** Pixels by which antialiasing and hinting widen what is drawn. */
const EDGE = 2;

/**
 * Says what is wrong with the ink on a page: letters that leave none, as where a
 * font's subset lacks their outlines, ink outside the margins, and ink where
 * nothing was placed.
 *
 * @param image The page as it is drawn.
 * @param items What was placed on it.
 * @param faces Fonts that it was measured with.
 * @returns One line a problem, a few of them.
 */
export function inkProblems(
  image: GreyImage,
  items: readonly Item[],
  faces: Typefaces,
): readonly string[] {
  const scale = image.width / PAGE.width;
  return [
    ...lostLetters(image, items, { faces, scale }),
    ...strayInk(image, items, { faces, scale }),
    ...marginInk(image, scale),
  ].slice(0, 5);
}

interface Measures {
  readonly faces: Typefaces;
  readonly scale: number;
}

function lostLetters(
  image: GreyImage,
  items: readonly Item[],
  { faces, scale }: Measures,
): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind !== "text") return [];
    const { y, height } = textBox(item, faces);
    let x = item.x;
    const lost: string[] = [];
    for (const character of visualOrder(item.text)) {
      const width = faces[item.weight].width(character, item.size);
      const area = { x, y, width, height };
      const hasLooks = /[\p{L}\p{N}\p{S}]/u.test(character);
      if (hasLooks && darkest(image, area, scale) > LETTER) {
        lost.push(character);
      }
      x += width;
    }
    return lost.length === 0
      ? []
      : [`"${item.text}" shows no ${lost.join("")}`];
  });
}

function darkest(image: GreyImage, area: Area, scale: number): number {
  const { values, width } = image;
  let least = 255;
  const right = Math.ceil((area.x + area.width) * scale);
  const bottom = Math.ceil((area.y + area.height) * scale);
  for (let y = Math.floor(area.y * scale); y < bottom; y++) {
    for (let x = Math.floor(area.x * scale); x < right; x++) {
      least = Math.min(least, values[y * width + x] ?? 255);
    }
  }
  return least;
}

/** Ink that lies in no area of text, box or chart. */
function strayInk(
  { values, width, height }: GreyImage,
  items: readonly Item[],
  { faces, scale }: Measures,
): readonly string[] {
  const placed = new Uint8Array(values.length);
  for (const item of items) {
    if (
      item.kind !== "text" && item.kind !== "box" && item.kind !== "drawing"
    ) {
      continue;
    }
    const area = item.kind === "text" ? textBox(item, faces) : item;
    const left = Math.max(0, Math.floor(area.x * scale) - EDGE);
    const right = Math.ceil((area.x + area.width) * scale) + EDGE;
    const bottom = Math.ceil((area.y + area.height) * scale) + EDGE;
    const top = Math.max(0, Math.floor(area.y * scale) - EDGE);
    for (let y = top; y < Math.min(bottom, height); y++) {
      placed.fill(1, y * width + left, y * width + Math.min(right, width));
    }
  }
  const at = values.findIndex((value, i) => value < PAPER && placed[i] === 0);
  const place = (pixels: number) => (pixels / scale).toFixed(0);
  return at < 0
    ? []
    : [`ink at ${place(at % width)}, ${place(Math.floor(at / width))}`];
}

function marginInk(
  { values, width }: GreyImage,
  scale: number,
): readonly string[] {
  const left = CONTENT.left * scale - EDGE;
  const right = CONTENT.right * scale + EDGE;
  const top = CONTENT.top * scale - EDGE;
  // the footer's line is the last thing on a page
  const bottom = (CONTENT.bottom + 30) * scale;
  const at = values.findIndex((value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return value < PAPER && (x < left || x > right || y < top || y > bottom);
  });
  return at < 0 ? [] : [`ink in a margin, at pixel ${at % width}`];
}

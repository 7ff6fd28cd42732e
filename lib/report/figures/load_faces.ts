import fontkit from "@pdf-lib/fontkit";
import type { Typeface, Typefaces } from "../pdf/typeface.ts";

let faces: Promise<Typefaces> | undefined;

/**
 * Reads what DejaVu Sans can show, and how wide; read once.
 *
 * @returns Its faces. What the bold one lacks is drawn with the regular one.
 */
export function loadFaces(): Promise<Typefaces> {
  faces ??= read();
  return faces;
}

async function read(): Promise<Typefaces> {
  const regular = await readFace("DejaVuSans");
  return { regular, bold: await readFace("DejaVuSans-Bold") };
}

async function readFace(name: string): Promise<Typeface> {
  const file = import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
  const font = fontkit.create(await Deno.readFile(new URL(file)));
  const glyphs = new Set(font.characterSet);
  // Stands in for something that cannot be shown, and looks like nothing.
  glyphs.delete(0xfffc);
  const widths = new Map<number, number>();
  const widthOf = (codePoint: number) => {
    const known = widths.get(codePoint);
    if (known !== undefined) return known;
    // What another font shows is no wider than it is high.
    const width = glyphs.has(codePoint)
      ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
      : 1;
    widths.set(codePoint, width);
    return width;
  };
  return {
    has: (codePoint) => glyphs.has(codePoint),
    width(text, size) {
      let sum = 0;
      for (const character of text) sum += widthOf(character.codePointAt(0)!);
      return sum * size;
    },
  };
}

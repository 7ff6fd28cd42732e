import {
  type PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFRef,
} from "pdf-lib";

import type { Typeface, Weight } from "./typeface.ts";
import { unshapedFontkit } from "./unshaped_fontkit.ts";
import { visualOrder } from "./visual_order.ts";

/** A font inside a PDF: it measures, and it encodes text for that PDF. */
export interface PdfFace extends Typeface {
  /** Its name on every page. */
  readonly name: PDFName;
  /** The font's dictionary in the PDF. */
  readonly ref: PDFRef;
  /** Gives the operand of a show-text operator; all its glyphs are embedded. */
  encode(text: string): PDFHexString;
}

/** Fonts of a PDF by weight. */
export type PdfFaces = Readonly<Record<Weight, PdfFace>>;

const FILES: Readonly<Record<Weight, string>> = {
  regular: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  bold: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
};

/**
 * Embeds DejaVu Sans, of which the PDF will hold only the glyphs in use.
 *
 * @param pdf The PDF to embed it in.
 * @returns The regular and the bold face.
 */
export async function embedFaces(pdf: PDFDocument): Promise<PdfFaces> {
  pdf.registerFontkit(unshapedFontkit);
  const face = async (weight: Weight) => {
    const file = new URL(import.meta.resolve(FILES[weight]));
    const font = await pdf.embedFont(await Deno.readFile(file), {
      subset: true,
    });
    return toFace(font, weight);
  };
  return { regular: await face("regular"), bold: await face("bold") };
}

/**
 * Characters are measured and encoded one by one: without kerning and
 * ligatures the width of a text is the sum of its characters' widths, so what
 * is measured is what is drawn.
 */
function toFace(font: PDFFont, weight: Weight): PdfFace {
  const codePoints = new Set(font.getCharacterSet());
  const widths = new Map<string, number>();
  const codes = new Map<string, string>();
  const widthOf = memoize(widths, (c) => font.widthOfTextAtSize(c, 1));
  const codeOf = memoize(codes, (c) => font.encodeText(c).asString());
  return {
    name: PDFName.of(weight === "bold" ? "Bold" : "Regular"),
    ref: font.ref,
    has: (codePoint) => codePoints.has(codePoint),
    width(text, size) {
      let sum = 0;
      for (const character of text) sum += widthOf(character);
      return sum * size;
    },
    encode(text) {
      let hex = "";
      for (const character of visualOrder(text)) hex += codeOf(character);
      return PDFHexString.of(hex);
    },
  };
}

function memoize<T>(
  known: Map<string, T>,
  compute: (key: string) => T,
): (key: string) => T {
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

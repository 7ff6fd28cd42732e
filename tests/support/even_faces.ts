import type { Typefaces } from "@lib/report/pdf/typeface.ts";

const face = {
  has: (codePoint: number) => codePoint >= 32 && codePoint < 0x3000,
  width: (text: string, size: number) => [...text].length * size / 2,
};

/** Every character is half as wide as the text is high; none above U+2FFF. */
export const EVEN_FACES: Typefaces = { regular: face, bold: face };

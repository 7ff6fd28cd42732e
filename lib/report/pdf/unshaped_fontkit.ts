import fontkit from "@pdf-lib/fontkit";
import type { PDFDocument } from "pdf-lib";

/** What pdf-lib reads fonts with. */
type Fontkit = Parameters<PDFDocument["registerFontkit"]>[0];

/**
 * Reads fonts as fontkit does, but sets one glyph a character: no ligatures, no
 * reordering, no joined letters.
 *
 * fontkit 1.1.1 throws as soon as it shapes Arabic, and it turns around a whole
 * line that begins with Hebrew; a name must neither break nor garble a report.
 */
export const unshapedFontkit: Fontkit = {
  create(bytes, postscriptName) {
    const font = fontkit.create(bytes, postscriptName);
    font.layout = (text) => ({
      glyphs: font.glyphsForString(text),
      // pdf-lib looks at the glyphs alone.
      positions: [],
      script: "",
      language: null,
      direction: "ltr",
      features: {},
      advanceWidth: 0,
      advanceHeight: 0,
      bbox: font.bbox,
    });
    return font;
  },
};

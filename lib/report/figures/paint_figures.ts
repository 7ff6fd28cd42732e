import { onPaper } from "../../chart/on_paper.ts";
import { withoutDetail } from "../../chart/detail/add_detail.ts";
import type { Figure, Section } from "../document.ts";
import { evidenceText } from "../evidence/evidence_text.ts";
import { figureRecord } from "./figure_record.ts";
import { inkText } from "./ink_text.ts";
import { loadGlyphs } from "./load_glyphs.ts";
import type { Painters } from "./open_painters.ts";
import type { Picture } from "./raster/draw_png.ts";

/** Gives the PNG of a figure; begins it where it was not asked for before. */
export type Paint = (figure: Figure) => Promise<Uint8Array>;

/**
 * Makes ready to draw the figures of a report as pictures, each once: asked for as
 * soon as it is there, it is drawn while the next one is made.
 *
 * @param painters Threads that draw.
 * @returns What draws a figure.
 */
export async function paintFigures({ draw }: Painters): Promise<Paint> {
  const glyphs = await loadGlyphs();
  const has = (codePoint: number) => glyphs.has(codePoint);
  const begun = new Map<Figure, Promise<Uint8Array>>();
  return (figure) => {
    const known = begun.get(figure);
    if (known) return known;
    const png = draw(pictureOf(figure, has));
    // Heard of by who waits for it, also where what comes between throws.
    png.catch(() => {});
    begun.set(figure, png);
    return png;
  };
}

/**
 * Lists the figures of a section.
 *
 * @param section The section.
 * @returns Its figures, in order.
 */
export function figuresOf({ blocks }: Section): readonly Figure[] {
  return blocks.filter((block) => block.kind === "figure");
}

function pictureOf(
  figure: Figure,
  has: (codePoint: number) => boolean,
): Picture {
  const { svg, caption, alt, evidence } = figure;
  return {
    svg: inkText(onPaper(withoutDetail(svg)), has),
    texts: [
      { keyword: "Title", text: alt },
      { keyword: "Description", text: caption },
      ...(evidence === undefined
        ? []
        : [{ keyword: "Source", text: evidenceText(evidence) }]),
      { keyword: "Evidence", text: JSON.stringify(figureRecord(figure)) },
    ],
  };
}

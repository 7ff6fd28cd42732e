import type { Figure, Section } from "../document.ts";
import { evidenceText } from "../evidence/evidence_text.ts";
import { figureRecord } from "./figure_record.ts";
import { type FrameContext, frameFigure } from "./frame_figure.ts";
import { inkText } from "./ink_text.ts";
import { loadFaces } from "./load_faces.ts";
import type { Painters } from "./open_painters.ts";
import type { Picture } from "./raster/draw_png.ts";

/** Gives the PNG of a figure; begins it where it was not asked for before. */
export type Paint = (figure: Figure) => Promise<Uint8Array>;

/**
 * Makes ready to draw the figures of a report as pictures, each once: asked for as
 * soon as it is there, it is drawn while the next one is made.
 *
 * @param painters Threads that draw.
 * @param options The host that the figures are of.
 * @returns What draws a figure.
 */
export async function paintFigures(
  { draw }: Painters,
  { host }: Pick<FrameContext, "host">,
): Promise<Paint> {
  const context = { host, faces: await loadFaces() };
  const begun = new Map<Figure, Promise<Uint8Array>>();
  return (figure) => {
    const known = begun.get(figure);
    if (known) return known;
    const png = draw(pictureOf(figure, context));
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
  context: FrameContext,
): Picture {
  const { caption, alt, evidence } = figure;
  const { has } = context.faces.regular;
  return {
    svg: inkText(frameFigure(figure, context), has),
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

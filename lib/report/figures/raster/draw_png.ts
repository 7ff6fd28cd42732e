import { toFewColors } from "./few_colors.ts";
import { openCanvas } from "./open_canvas.ts";
import { type PngText, toPng } from "./png_file.ts";

/** Dots for each unit of a chart, which is a CSS pixel. */
const SCALE = 2;

/** A picture to draw. */
export interface Picture {
  /** A standalone SVG. */
  readonly svg: string;
  /** What the file says of itself. */
  readonly texts: readonly PngText[];
}

/**
 * Draws a chart as a PNG of twice its size, on white, in DejaVu Sans.
 *
 * @param picture The chart.
 * @returns The file; the same chart gives the same bytes, whatever fonts a machine has.
 */
export async function drawPng(
  { svg, texts }: Picture,
): Promise<Uint8Array> {
  const draw = await openCanvas();
  const image = toFewColors(draw(svg, { scale: SCALE }));
  return toPng(image, { scale: SCALE, texts });
}

import type { Markish } from "@observablehq/plot";
import type { PlotRuntime } from "./plot.ts";
import { textWidth } from "./text_width.ts";

/** One entry of a legend. */
export interface LegendEntry {
  /** Its swatch's colour. */
  readonly color: string;
  /** Its swatch's opacity, in [0, 1]. @default {1} */
  readonly opacity?: number;
  /** What it stands for. */
  readonly label: string;
  /** Share of a row's height that the swatch takes. @default {1} */
  readonly height?: number;
}

/** Chart units of a swatch. */
const SWATCH = { width: 18, height: 11 } as const;

/**
 * Draws a legend above the frame, from its left edge. Plot's own needs a canvas
 * or is HTML, which a standalone SVG cannot hold.
 *
 * @param runtime Plot.
 * @param entries From left to right.
 * @param options Where: distance above the frame in chart units.
 * @returns Marks, to be drawn last.
 */
export function legendMarks(
  { Plot }: PlotRuntime,
  entries: readonly LegendEntry[],
  options: { readonly above: number },
): Markish[] {
  const { above } = options;
  let left = 0;
  return entries.flatMap(({ color, label, height = 1, opacity = 1 }) => {
    const x = left;
    left += SWATCH.width + 6 + textWidth(label) + 12;
    const swatch = SWATCH.height * height;
    const bottom = -above + SWATCH.height / 2;
    return [
      (_index, _scales, _values, { marginLeft, marginTop }, context) => {
        const rect = context.document.createElementNS(
          "http://www.w3.org/2000/svg",
          "rect",
        );
        rect.setAttribute("x", String(marginLeft + x));
        rect.setAttribute("y", String(marginTop + bottom - swatch));
        rect.setAttribute("width", String(SWATCH.width));
        rect.setAttribute("height", String(swatch));
        rect.setAttribute("fill", color);
        if (opacity < 1) rect.setAttribute("fill-opacity", String(opacity));
        return rect;
      },
      Plot.text([label], {
        frameAnchor: "top-left",
        lineAnchor: "middle",
        dx: x + SWATCH.width + 6,
        dy: -above,
      }),
    ];
  });
}

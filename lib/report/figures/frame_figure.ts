import { withoutDetail } from "../../chart/detail/add_detail.ts";
import { onPaper } from "../../chart/on_paper.ts";
import { CHART_WIDTH } from "../../chart/theme.ts";
import { plainText } from "../../frame/plain_text.ts";
import { formatSpan } from "../../frame/units.ts";
import type { Figure } from "../document.ts";
import { htmlAttribute } from "../html/html_text.ts";
import type { Typefaces, Weight } from "../pdf/typeface.ts";
import { wrapText } from "../pdf/wrap_text.ts";
import { nameText } from "../words.ts";

/** What a figure's files need besides the figure. */
export interface FrameContext {
  /** Name of the host that all figures are of. */
  readonly host: string;
  /** Fonts to measure with. */
  readonly faces: Typefaces;
}

/** Free on all four sides, in chart units; as all lengths here. */
const EDGE = 16;

/** Grey, on white. */
const MUTED = "#565b61";

/** What stands around a chart. */
const TEXTS = {
  title: { size: 15, line: 20, weight: "bold", color: "currentColor" },
  place: { size: 12, line: 18, weight: "regular", color: MUTED },
  legend: { size: 11, line: 16, weight: "regular", color: MUTED },
} as const;

/** Between the chart and the texts. */
const GAP = { above: 10, below: 6 } as const;

/**
 * Frames a chart, so that it explains itself where nothing stands around it, as on
 * a slide: above it what it shows, of which host and when; below it what its marks
 * mean.
 *
 * @param figure The figure.
 * @param context The host, and fonts to measure with.
 * @returns A standalone SVG on white, in which the chart is an SVG of its own; as
 *   wide as it is with an edge, and as high as its texts are long.
 */
export function frameFigure(
  { svg, caption, alt, legend = caption, evidence }: Figure,
  { host, faces }: FrameContext,
): string {
  const chart = withoutDetail(svg);
  const [tag = ""] = /^[^>]*<svg\b[^>]*>/.exec(chart) ?? [];
  const of = (name: string) =>
    Number(new RegExp(` ${name}="([\\d.]+)"`).exec(tag)?.[1] ?? 0);
  const [wide, high] = [of("width"), of("height")];
  const room = Math.max(wide, CHART_WIDTH / 2);
  const span = evidence === undefined ? "" : ` · ${
    formatSpan(
      Date.parse(evidence.window.start),
      Date.parse(evidence.window.end),
      { intervalMs: evidence.intervalMs },
    )
  }`;
  const set = (text: string, look: Look, top: number) =>
    setText(text, { ...look, top, width: room, faces });
  const title = set(alt, TEXTS.title, EDGE);
  const place = set(nameText(host) + span, TEXTS.place, title.bottom);
  const top = place.bottom + GAP.above;
  const below = set(legend, TEXTS.legend, top + high + GAP.below);
  const [width, height] = [room + 2 * EDGE, Math.ceil(below.bottom + EDGE)];
  // Nothing lies beyond it, and clipping costs three times the drawing.
  const inner = tag.replace(/ (xmlns|role|aria-label)="[^"]*"/g, "")
    .replace("<svg", `<svg overflow="visible" x="${EDGE}" y="${top}"`);
  const isEmpty = tag.endsWith("/>");
  return onPaper(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"` +
      ` viewBox="0 0 ${width} ${height}" fill="currentColor"` +
      ` font-family="system-ui, sans-serif" role="img" aria-label="${
        htmlAttribute(plainText(alt))
      }">${title.svg}${place.svg}${inner}${
        isEmpty ? "" : chart.slice(tag.length)
      }${below.svg}</svg>`,
  );
}

interface Look {
  readonly size: number;
  /** Height of a line. */
  readonly line: number;
  readonly weight: Weight;
  readonly color: string;
}

/** No entity but those that `inkText()` reads. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** Sets a text in lines of a width. */
function setText(
  text: string,
  { size, line, weight, color, top, width, faces }: Look & {
    readonly top: number;
    readonly width: number;
    readonly faces: Typefaces;
  },
): { readonly svg: string; readonly bottom: number } {
  const lines = wrapText(
    plainText(text).trim(),
    width,
    (piece) => faces[weight].width(piece, size),
  );
  const looks = ` font-size="${size}"` +
    (weight === "bold" ? ' font-weight="bold"' : "") +
    (color === "currentColor" ? "" : ` fill="${color}"`);
  const svg = lines.map((one, l) =>
    `<text x="${EDGE}" y="${top + l * line + size}"${looks}>${
      escaped(one)
    }</text>`
  ).join("");
  return { svg, bottom: top + lines.length * line };
}

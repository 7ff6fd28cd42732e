import { cleanText } from "../clean_text.ts";
import type { Placement, TextMark } from "./drawing.ts";
import type { SvgElement } from "./svg_element.ts";
import { fillOf, strokeOf } from "./paint_of.ts";
import { childStyle, length, type SvgStyle } from "./svg_style.ts";
import type { Typefaces } from "../typeface.ts";

/** What a `text` element needs besides itself. */
export interface TextContext extends Placement {
  /** The `text` element's own style. */
  readonly style: SvgStyle;
  /** Fonts to measure with. */
  readonly faces: Typefaces;
}

/**
 * Sets a `text` element with its `tspan`s.
 *
 * Runs that follow each other without a new `x` are anchored as one, as SVG's
 * text chunks are.
 *
 * @param element The `text` element.
 * @param context Its style and place, and the fonts.
 * @returns One mark a run of text.
 */
export function textMarks(
  element: SvgElement,
  context: TextContext,
): readonly TextMark[] {
  const { faces, matrix, clips } = context;
  const marks: TextMark[] = [];
  let chunk: TextMark[] = [];
  let pen = { x: 0, y: 0 };
  let anchor = context.style.anchor;
  // A space between two runs is the second one's; at a chunk's ends is none.
  let spaced = false;
  const endChunk = () => {
    const width = pen.x - (chunk[0]?.x ?? pen.x);
    const back = { start: 0, middle: width / 2, end: width }[anchor];
    marks.push(...chunk.map((mark) => ({ ...mark, x: mark.x - back })));
    chunk = [];
  };
  const visit = (node: SvgElement, style: SvgStyle) => {
    if (node.tag === "title" || node.tag === "desc" || !style.visible) return;
    const of = (name: string) => length(node.attributes.get(name), style);
    const [x, y] = [of("x"), of("y")];
    if (x !== undefined || y !== undefined || node === element) {
      endChunk();
      anchor = style.anchor;
      pen = { x: x ?? pen.x, y: y ?? pen.y };
    }
    pen = { x: pen.x + (of("dx") ?? 0), y: pen.y + (of("dy") ?? 0) };
    for (const child of node.children) {
      if (typeof child === "string") write(child, style);
      else visit(child, childStyle(style, child.attributes));
    }
  };
  const write = (raw: string, style: SvgStyle) => {
    const face = faces[style.weight];
    const clean = cleanText(raw, (codePoint) => face.has(codePoint));
    if (clean === "") {
      spaced ||= raw !== "";
      return;
    }
    const text = chunk.length > 0 && (spaced || /^\s/.test(raw))
      ? ` ${clean}`
      : clean;
    spaced = /\s$/.test(raw);
    const size = style.fontSize;
    chunk.push({
      kind: "text",
      ...pen,
      text,
      size,
      weight: style.weight,
      fill: fillOf(style),
      halo: strokeOf(style),
      matrix,
      clips,
    });
    pen = { ...pen, x: pen.x + face.width(text, size) };
  };
  visit(element, context.style);
  endChunk();
  return marks.filter(({ fill, halo }) => fill !== null || halo !== null);
}

import type { Matrix } from "./matrix.ts";
import type { SvgElement } from "./svg_element.ts";
import { length, ROOT_STYLE } from "./svg_style.ts";

/** The part of its plane that an `svg` element shows. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Reads an element's `viewBox`, or else its `width` and `height`.
 *
 * @param svg An `svg` element.
 * @returns What it shows, or `null` where neither has a positive size.
 */
export function viewBoxOf(svg: SvgElement): ViewBox | null {
  const numbers = (svg.attributes.get("viewBox") ?? "").trim()
    .split(/[\s,]+/).map(Number);
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  if (width > 0 && height > 0) return { x, y, width, height };
  const size = { width: sizeOf(svg, "width"), height: sizeOf(svg, "height") };
  return size.width > 0 && size.height > 0 ? { x: 0, y: 0, ...size } : null;
}

/**
 * Places an `svg` element inside another one: its view box is fitted into its
 * area and centred there, as `preserveAspectRatio` has it by default.
 *
 * @param svg An `svg` element that is not the outermost.
 * @returns From its coordinates to those around it.
 */
export function nestedMatrix(svg: SvgElement): Matrix {
  const left = sizeOf(svg, "x");
  const top = sizeOf(svg, "y");
  const box = viewBoxOf(svg);
  const width = sizeOf(svg, "width");
  const height = sizeOf(svg, "height");
  if (!box || !(width > 0 && height > 0)) return [1, 0, 0, 1, left, top];
  const scale = Math.min(width / box.width, height / box.height);
  return [
    scale,
    0,
    0,
    scale,
    left + (width - box.width * scale) / 2 - box.x * scale,
    top + (height - box.height * scale) / 2 - box.y * scale,
  ];
}

function sizeOf(svg: SvgElement, name: string): number {
  const text = svg.attributes.get(name);
  // A share of what is around it is not understood.
  return text?.endsWith("%") ? 0 : length(text, ROOT_STYLE) ?? 0;
}

import type { Paint, Stroke } from "./drawing.ts";
import { parsePaint } from "./parse_paint.ts";
import type { SvgStyle } from "./svg_style.ts";

/**
 * Gives the paint inside a shape or a letter.
 *
 * @param style The element's style.
 * @returns The paint, or `null` for none.
 */
export function fillOf(style: SvgStyle): Paint | null {
  return faded(
    parsePaint(style.fill, style.color),
    style.opacity * style.fillOpacity,
  );
}

/**
 * Gives the line around a shape.
 *
 * @param style The element's style.
 * @returns The line, or `null` for none.
 */
export function strokeOf(style: SvgStyle): Stroke | null {
  const { opacity, strokeOpacity, strokeWidth } = style;
  const paint = faded(
    parsePaint(style.stroke, style.color),
    opacity * strokeOpacity,
  );
  if (!paint || strokeWidth <= 0) return null;
  const { dash, cap, join, miterLimit } = style;
  return { ...paint, width: strokeWidth, dash, cap, join, miterLimit };
}

function faded(paint: Paint | null, opacity: number): Paint | null {
  const seen = (paint?.opacity ?? 0) * Math.min(1, Math.max(0, opacity));
  return paint && seen > 0 ? { ...paint, opacity: seen } : null;
}

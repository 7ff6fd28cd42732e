import type { SvgElement } from "./svg_element.ts";
import { length } from "./svg_style.ts";

/**
 * Gives the outline of a shape.
 *
 * @param element Any element.
 * @param fontSize Length of an em.
 * @returns SVG path data, or `undefined` if the element is no shape or is empty.
 *
 * @example Usage
 * ```ts
 * import { shapePath } from "@lib/report/pdf/svg/shape_path.ts";
 * import assert from "node:assert/strict";
 *
 * const attributes = new Map([["x2", "10"], ["y2", "5"]]);
 * const line = { tag: "line", attributes, children: [] };
 * assert.equal(shapePath(line, 10), "M0,0L10,5");
 * ```
 */
export function shapePath(
  element: SvgElement,
  fontSize: number,
): string | undefined {
  const { attributes } = element;
  const of = (name: string) => length(attributes.get(name), { fontSize });
  const at = (name: string) => of(name) ?? 0;
  switch (element.tag) {
    case "path": {
      const path = attributes.get("d")?.trim();
      // One such number would make the whole page unreadable.
      return !path || /NaN|Infinity/.test(path) ? undefined : path;
    }
    case "line":
      return `M${n(at("x1"))},${n(at("y1"))}L${n(at("x2"))},${n(at("y2"))}`;
    case "rect": {
      const corner = of("rx") ?? of("ry") ?? 0;
      return rectangle(at("x"), at("y"), {
        width: at("width"),
        height: at("height"),
        rx: corner,
        ry: of("ry") ?? corner,
      });
    }
    case "circle":
      return ellipse(at("cx"), at("cy"), { rx: at("r"), ry: at("r") });
    case "ellipse":
      return ellipse(at("cx"), at("cy"), { rx: at("rx"), ry: at("ry") });
    case "polyline":
      return polygon(attributes.get("points"));
    case "polygon": {
      const open = polygon(attributes.get("points"));
      return open && `${open}Z`;
    }
    default:
      return undefined;
  }
}

interface Radii {
  readonly rx: number;
  readonly ry: number;
}

function rectangle(
  x: number,
  y: number,
  size: Radii & { readonly width: number; readonly height: number },
): string | undefined {
  const { width, height } = size;
  if (!(width > 0 && height > 0)) return undefined;
  const rx = Math.min(Math.max(0, size.rx), width / 2);
  const ry = Math.min(Math.max(0, size.ry), height / 2);
  const [right, bottom] = [n(x + width), n(y + height)];
  if (rx === 0 || ry === 0) {
    return `M${n(x)},${n(y)}L${right},${n(y)}L${right},${bottom}L${
      n(x)
    },${bottom}Z`;
  }
  const corner = (toX: number, toY: number) =>
    `A${n(rx)},${n(ry)} 0 0 1 ${n(toX)},${n(toY)}`;
  return `M${n(x + rx)},${n(y)}L${n(x + width - rx)},${n(y)}` +
    corner(x + width, y + ry) + `L${right},${n(y + height - ry)}` +
    corner(x + width - rx, y + height) + `L${n(x + rx)},${bottom}` +
    corner(x, y + height - ry) + `L${n(x)},${n(y + ry)}` +
    corner(x + rx, y) + "Z";
}

function ellipse(x: number, y: number, { rx, ry }: Radii): string | undefined {
  if (!(rx > 0 && ry > 0)) return undefined;
  const half = (toX: number) => `A${n(rx)},${n(ry)} 0 1 1 ${n(toX)},${n(y)}`;
  return `M${n(x - rx)},${n(y)}${half(x + rx)}${half(x - rx)}Z`;
}

function polygon(points: string | undefined): string | undefined {
  const values = (points ?? "").split(/[\s,]+/).filter(Boolean);
  if (values.length < 4) return undefined;
  const pairs = values.flatMap((x, i) =>
    i % 2 === 0 ? [`${x},${values[i + 1] ?? x}`] : []
  );
  return `M${pairs.join("L")}`;
}

/** A number as path data, with a thousandth of a unit; never in e-notation. */
function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

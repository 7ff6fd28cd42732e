import { COLOR } from "../page_style.ts";
import type { Stroke } from "./drawing.ts";
import type { Weight } from "../typeface.ts";

/** What an element inherits from those around it. */
export interface SvgStyle {
  readonly fill: string;
  readonly stroke: string;
  /** What `currentColor` stands for. */
  readonly color: string;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  /** Product of the opacities of the element and all around it. */
  readonly opacity: number;
  readonly strokeWidth: number;
  readonly dash: readonly number[];
  readonly cap: Stroke["cap"];
  readonly join: Stroke["join"];
  readonly miterLimit: number;
  readonly fontSize: number;
  readonly weight: Weight;
  readonly anchor: "start" | "middle" | "end";
  readonly visible: boolean;
}

/** What stands at the root: SVG's own defaults, in the report's ink. */
export const ROOT_STYLE: SvgStyle = {
  fill: "black",
  stroke: "none",
  color: `rgb(${COLOR.ink.map((part) => Math.round(part * 255)).join(",")})`,
  fillOpacity: 1,
  strokeOpacity: 1,
  opacity: 1,
  strokeWidth: 1,
  dash: [],
  cap: "butt",
  join: "miter",
  miterLimit: 4,
  fontSize: 10,
  weight: "regular",
  anchor: "start",
  visible: true,
};

/**
 * Applies an element's attributes to what it inherits.
 *
 * @param inherited Style of the element around it.
 * @param attributes The element's own.
 * @returns The element's style.
 */
export function childStyle(
  inherited: SvgStyle,
  attributes: ReadonlyMap<string, string>,
): SvgStyle {
  const own = (name: string) => {
    const value = attributes.get(name)?.trim();
    return value === undefined || value === "inherit" ? undefined : value;
  };
  const text = (name: string, otherwise: string) => own(name) ?? otherwise;
  const fontSize = length(own("font-size"), inherited) ?? inherited.fontSize;
  const number = (name: string, otherwise: number) =>
    length(own(name), { fontSize }) ?? otherwise;
  const color = text("color", inherited.color);
  return {
    fill: text("fill", inherited.fill),
    stroke: text("stroke", inherited.stroke),
    color: /^currentcolor$/i.test(color) ? inherited.color : color,
    fillOpacity: number("fill-opacity", inherited.fillOpacity),
    strokeOpacity: number("stroke-opacity", inherited.strokeOpacity),
    opacity: number("opacity", 1) * inherited.opacity,
    strokeWidth: number("stroke-width", inherited.strokeWidth),
    dash: dashes(own("stroke-dasharray")) ?? inherited.dash,
    cap: oneOf(["butt", "round", "square"], own("stroke-linecap")) ??
      inherited.cap,
    join: oneOf(["miter", "round", "bevel"], own("stroke-linejoin")) ??
      inherited.join,
    miterLimit: number("stroke-miterlimit", inherited.miterLimit),
    fontSize,
    weight: weightOf(own("font-weight")) ?? inherited.weight,
    anchor: oneOf(["start", "middle", "end"], own("text-anchor")) ??
      inherited.anchor,
    visible: own("display") !== "none" &&
      (own("visibility")?.startsWith("visible") ??
        (own("visibility") === undefined && inherited.visible)),
  };
}

/**
 * Reads a length or a number.
 *
 * @param text Such as `3`, `3px`, `0.32em` or `50%`, which is 0.5.
 * @param style Its font size is one em.
 * @returns User units, or `undefined` where there is no number.
 */
export function length(
  text: string | undefined,
  style: Pick<SvgStyle, "fontSize">,
): number | undefined {
  const value = Number.parseFloat(text ?? "");
  if (text === undefined || !Number.isFinite(value)) return undefined;
  if (text.trim().endsWith("em")) return value * style.fontSize;
  return text.trim().endsWith("%") ? value / 100 : value;
}

function dashes(text: string | undefined): readonly number[] | undefined {
  if (text === undefined) return undefined;
  const lengths = text.split(/[\s,]+/).map(Number.parseFloat);
  const usable = lengths.every((value) => value >= 0) &&
    lengths.some((value) => value > 0);
  return usable ? lengths : [];
}

function weightOf(text: string | undefined): Weight | undefined {
  if (text === undefined) return undefined;
  return text.startsWith("bold") || Number(text) >= 600 ? "bold" : "regular";
}

function oneOf<T extends string>(
  names: readonly T[],
  text: string | undefined,
): T | undefined {
  return names.find((name) => name === text);
}

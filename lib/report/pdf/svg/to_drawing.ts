import type { Clip, Drawing, Mark, Placement } from "./drawing.ts";
import { multiply, parseTransform } from "./matrix.ts";
import { shapePath } from "./shape_path.ts";
import type { SvgElement } from "./svg_element.ts";
import { fillOf, strokeOf } from "./paint_of.ts";
import { childStyle, ROOT_STYLE, type SvgStyle } from "./svg_style.ts";
import { textMarks } from "./text_marks.ts";
import { nestedMatrix, viewBoxOf } from "./view_box.ts";
import type { Typefaces } from "../typeface.ts";

const GROUPS = new Set(["svg", "g", "a"]);

/**
 * Flattens a chart: every mark with its own matrix, paint and place.
 *
 * Understands what the charts use: groups and nested `svg`, shapes, text,
 * `clip-path`, presentation attributes and inline styles. Style sheets,
 * gradients, images and markers leave no ink.
 *
 * @param root The outermost `svg` element.
 * @param faces Fonts to measure text with.
 * @returns Marks from back to front, in the units of the `viewBox`.
 *
 * @throws {RangeError} If the root has no size.
 */
export function toDrawing(root: SvgElement, faces: Typefaces): Drawing {
  const box = viewBoxOf(root);
  if (!box) {
    const got = JSON.stringify(root.attributes.get("viewBox") ?? null);
    throw new RangeError(
      `Cannot draw a chart: its viewBox must have a positive size, got ${got}`,
    );
  }
  const marks: Mark[] = [];
  const clipPaths = new Map<string, SvgElement>();
  collectClipPaths(root, clipPaths);

  const visit = (element: SvgElement, outer: Placement, around: SvgStyle) => {
    const style = childStyle(around, element.attributes);
    if (element.attributes.get("display") === "none") return;
    const placed = placement(element, outer, { clipPaths, root });
    if (GROUPS.has(element.tag)) {
      for (const child of element.children) {
        if (typeof child !== "string") visit(child, placed, style);
      }
    } else if (element.tag === "text") {
      marks.push(...textMarks(element, { ...placed, style, faces }));
    } else if (style.visible) {
      marks.push(...shapeMarks(element, placed, style));
    }
  };
  visit(root, { matrix: [1, 0, 0, 1, -box.x, -box.y], clips: [] }, ROOT_STYLE);
  return { width: box.width, height: box.height, marks };
}

function shapeMarks(
  element: SvgElement,
  placed: Placement,
  style: SvgStyle,
): readonly Mark[] {
  const path = shapePath(element, style.fontSize);
  // A line has no inside, even where it inherits a fill.
  const fill = element.tag === "line" ? null : fillOf(style);
  const stroke = strokeOf(style);
  if (path === undefined || (!fill && !stroke)) return [];
  return [{ kind: "path", ...placed, path, fill, stroke }];
}

interface PlacementContext {
  readonly clipPaths: ReadonlyMap<string, SvgElement>;
  readonly root: SvgElement;
}

function placement(
  element: SvgElement,
  outer: Placement,
  { clipPaths, root }: PlacementContext,
): Placement {
  const { attributes } = element;
  const own = parseTransform(attributes.get("transform") ?? "");
  const shifted = element.tag === "svg" && element !== root
    ? multiply(own, nestedMatrix(element))
    : own;
  const matrix = multiply(outer.matrix, shifted);
  const id = /url\(["']?#([^)"']+)/.exec(attributes.get("clip-path") ?? "")
    ?.[1];
  const clipPath = clipPaths.get(id ?? "");
  if (!clipPath) return { matrix, clips: outer.clips };
  return { matrix, clips: [...outer.clips, clipOf(clipPath, matrix)] };
}

/** All shapes of a `clipPath` as one path; transformed shapes are not used here. */
function clipOf(clipPath: SvgElement, matrix: Clip["matrix"]): Clip {
  const paths = clipPath.children.flatMap((child) => {
    const path = typeof child === "string"
      ? undefined
      : shapePath(child, ROOT_STYLE.fontSize);
    return path === undefined ? [] : [path];
  });
  return { matrix, path: paths.join("") };
}

function collectClipPaths(
  element: SvgElement,
  found: Map<string, SvgElement>,
): void {
  const id = element.attributes.get("id");
  if (element.tag === "clipPath" && id) found.set(id, element);
  for (const child of element.children) {
    if (typeof child !== "string") collectClipPaths(child, found);
  }
}

/**
 * A chart as flat marks: inheritance, units and anchors resolved.
 *
 * @module
 */
import type { Rgb } from "../page_style.ts";
import type { Matrix } from "./matrix.ts";
import type { Weight } from "../typeface.ts";

/** A chart in the units of its `viewBox`, origin at the upper left. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** From back to front. */
  readonly marks: readonly Mark[];
}

/** Anything that leaves ink. */
export type Mark = PathMark | TextMark;

/** A shape. */
export interface PathMark extends Placement {
  readonly kind: "path";
  /** SVG path data. */
  readonly path: string;
  readonly fill: Paint | null;
  readonly stroke: Stroke | null;
}

/** One run of text in one style. */
export interface TextMark extends Placement {
  readonly kind: "text";
  /** Left end of the run. */
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  /** Printable text. */
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly fill: Paint | null;
  /** Outline below the fill, so that text over lines can be read. */
  readonly halo: Stroke | null;
}

/** Where a mark's coordinates lie, and what hides parts of it. */
export interface Placement {
  /** From the mark's coordinates to the drawing's. */
  readonly matrix: Matrix;
  /** Only what lies inside all of these is seen. */
  readonly clips: readonly Clip[];
}

/** The inside of a path. */
export interface Clip {
  /** From the path's coordinates to the drawing's. */
  readonly matrix: Matrix;
  /** SVG path data. */
  readonly path: string;
}

/** A colour with its opacity in [0, 1]. */
export interface Paint {
  readonly color: Rgb;
  readonly opacity: number;
}

/** A line around a shape. */
export interface Stroke extends Paint {
  readonly width: number;
  /** Lengths of dashes and gaps; empty for a solid line. */
  readonly dash: readonly number[];
  readonly cap: "butt" | "round" | "square";
  readonly join: "miter" | "round" | "bevel";
  readonly miterLimit: number;
}

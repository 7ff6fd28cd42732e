/**
 * What a page is made of. Coordinates are points from the upper left corner,
 * y downwards: of the strip before pagination, of the page after it.
 *
 * @module
 */
import type { Rgb } from "./page_style.ts";
import type { Drawing } from "./svg/drawing.ts";
import type { Weight } from "./typeface.ts";

/** Anything that is placed on a page. */
export type Item =
  | TextItem
  | BoxItem
  | DrawingItem
  | LinkItem
  | AnchorItem
  | PageNumberItem;

/** One line of text. */
export interface TextItem {
  readonly kind: "text";
  /** Left end of the line. */
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  /** Printable text. */
  readonly text: string;
  /** In points. */
  readonly size: number;
  readonly weight: Weight;
  readonly color: Rgb;
}

/** A filled rectangle. */
export interface BoxItem extends Area {
  readonly kind: "box";
  readonly color: Rgb;
}

/** A chart, scaled to its area. */
export interface DrawingItem extends Area {
  readonly kind: "drawing";
  readonly drawing: Drawing;
}

/** An area that leads to a section. */
export interface LinkItem extends Area {
  readonly kind: "link";
  /** The section's `id`. */
  readonly section: string;
}

/** Where a section begins: target of links and entry of the outline. */
export interface AnchorItem {
  readonly kind: "anchor";
  readonly x: number;
  readonly y: number;
  /** The section's `id`. */
  readonly section: string;
  /** Printable title. */
  readonly title: string;
  readonly level: 2 | 3;
}

/** Number of the page on which a section begins; text once that is known. */
export interface PageNumberItem extends Omit<TextItem, "kind" | "text"> {
  readonly kind: "page-number";
  /** Right end of the number, unlike the `x` of a text. */
  readonly x: number;
  /** The section's `id`. */
  readonly section: string;
}

/** A rectangle. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is never split: a line of text, a line of a table's row, a chart. */
export interface Strip {
  readonly height: number;
  /** Space above, unless it stands at the top of a page. */
  readonly gap: number;
  /**
   * Free height below which it begins on a new page; that of a page: always.
   *
   * @default {0}
   */
  readonly room?: number;
  /** Whether the next strip must begin on the same page. */
  readonly keepWithNext: boolean;
  readonly items: readonly Item[];
  /** Stands above it again where a page begins with it. */
  readonly header?: Strip;
  /** Says above both what the page goes on with, where a page begins with it. */
  readonly running?: Strip;
}

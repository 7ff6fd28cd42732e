/**
 * A report as a tree of plain values: what there is to say, in order, with
 * every number already formatted and every chart already drawn. HTML, PDF and
 * Markdown are renderings of it.
 *
 * @module
 */

import type { PageData } from "./page/page_data.ts";

/** The whole report. */
export interface ReportDocument {
  /** Such as "server-1: 8 incidents in 33 minutes". */
  readonly title: string;
  /** Span and host in one line. */
  readonly subtitle: string;
  /** Creation date for the PDF's metadata: the run's clock, so that goldens can fix it. */
  readonly createdAt: Date;
  /** What the page's script is told. */
  readonly data: PageData;
  /** The chapters. */
  readonly sections: readonly Section[];
}

/** A chapter or, inside one, a part such as one incident. */
export interface Section {
  /** Anchor, unique in the document; letters, digits, `-`, `_`. */
  readonly id: string;
  /** Heading, plain text. */
  readonly title: string;
  /** 2 for a chapter, 3 for a part of the chapter before it. */
  readonly level: 2 | 3;
  /** Id of the incident that it is about, as in `incidents.json`. */
  readonly incident?: string;
  /** Its content. */
  readonly blocks: readonly Block[];
}

/** One thing in a section. */
export type Block = Paragraph | Note | List | Facts | Table | Figure;

/** Running text. */
export interface Paragraph {
  /** Tells it from other blocks. */
  readonly kind: "paragraph";
  /** Plain text. */
  readonly text: string;
}

/** Text that must not be overlooked. */
export interface Note {
  /** Tells it from other blocks. */
  readonly kind: "note";
  /** Plain text. */
  readonly text: string;
}

/** A bulleted list. */
export interface List {
  /** Tells it from other blocks. */
  readonly kind: "list";
  /** Plain texts. */
  readonly items: readonly string[];
}

/** Terms with values, such as the span and the interval. */
export interface Facts {
  /** Tells it from other blocks. */
  readonly kind: "facts";
  /** In order. */
  readonly items: readonly { readonly term: string; readonly value: string }[];
}

/** A table that may run over pages. */
export interface Table {
  /** Tells it from other blocks. */
  readonly kind: "table";
  /** Says what the table shows. */
  readonly caption: string;
  /** One entry a column. */
  readonly columns: readonly {
    readonly title: string;
    readonly align: "left" | "right";
    /** Share of the width relative to the other columns, for paper. @default {1} */
    readonly weight?: number;
  }[];
  /** One cell a column. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Plain text, or text that leads to a section of this document. */
export type Cell = string | { readonly text: string; readonly section: string };

/** A chart. */
export interface Figure {
  /** Tells it from other blocks. */
  readonly kind: "figure";
  /** File name without ending in `figures/`, unique in the document. */
  readonly id: string;
  /** A standalone SVG with `xmlns` and `viewBox`; colours by `currentColor` and fixed hues. */
  readonly svg: string;
  /** What the reader sees, with units. */
  readonly caption: string;
  /** What the chart shows, for those who cannot see it. */
  readonly alt: string;
  /** Name of the one metric that it shows. */
  readonly metric?: string;
}

/**
 * A report as a tree of plain values: what there is to say, in order, with
 * every number already formatted and every chart already drawn. HTML, PDF and
 * Markdown are renderings of it.
 *
 * @module
 */
import type { Severity } from "../detect/incident.ts";

import type { Evidence } from "./evidence/evidence.ts";
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
  /** What to know before all else; on a screen it stands above the chapters. */
  readonly lead?: Lead;
  /** The chapters. */
  readonly sections: readonly Section[];
  /** The same as a draft of a postmortem, for Markdown. */
  readonly postmortem?: Writeup;
}

/** What people go on writing at: headings and blocks, and nothing around them. */
export interface Writeup {
  /** Heading of the whole, plain text. */
  readonly title: string;
  /** The chapters and their parts. */
  readonly sections: readonly Section[];
}

/** A verdict with the figures that it rests on. */
export interface Lead {
  /** One or two sentences, plain text. */
  readonly verdict: string;
  /** How far to trust it, plain text, where there is reason to ask; `null` elsewhere. */
  readonly caution: string | null;
  /** What is about to run out, plain texts, each with the section that tells of it. */
  readonly warnings: readonly LinkedText[];
  /** A few, the most important first. */
  readonly figures: readonly KeyFigure[];
}

/** Plain text that leads to a section of this document. */
export interface LinkedText {
  /** Plain text. */
  readonly text: string;
  /** Where there is more of it. */
  readonly section: string;
}

/** A number that everybody asks for. */
export interface KeyFigure {
  /** What it is. */
  readonly term: string;
  /** The number, with its unit. */
  readonly value: string;
  /** What it is made of, in a few words. */
  readonly detail: string;
  /** Where there is more of it; `null` for nowhere. */
  readonly section: string | null;
}

/** How bad an incident is, as the report draws it: by word and shape. */
export type SeverityShape = Severity | "outage";

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
  /** Its name where there is little room, as in contents beside the text. @default {title} */
  readonly shortTitle?: string;
  /** Of a part that tells of an incident: how bad it was. */
  readonly shape?: SeverityShape;
  /** Where its numbers came from; a report's own sections all say so. */
  readonly evidence?: Evidence;
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
  /** What kind of text it is, which is said before it. @default {"note"} */
  readonly mark?: "note" | "warning";
  /** Plain text. */
  readonly text: string;
  /** The section with more of it; on a screen only. */
  readonly section?: string;
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
  /** Below each other, or on a screen a few short ones beside each other. @default {"column"} */
  readonly layout?: "column" | "row";
  /** In order. */
  readonly items: readonly {
    readonly term: string;
    readonly value: string;
    /** Shape before the value. */
    readonly shape?: SeverityShape;
    /** Whether the value is to be copied as it is, such as a command; for Markdown. @default {"text"} */
    readonly form?: "text" | "code";
  }[];
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

/** Plain text, or text that leads to a section of this document or has a shape. */
export type Cell = string | {
  /** Plain text. */
  readonly text: string;
  /** Where it leads to. */
  readonly section?: string;
  /** A page beside this one that it leads to, relative; on a screen only. */
  readonly href?: string;
  /** Shape before it. */
  readonly shape?: SeverityShape;
};

/** A chart. */
export interface Figure {
  /** Tells it from other blocks. */
  readonly kind: "figure";
  /** File name without ending in `figures/`, unique in the document. */
  readonly id: string;
  /** A standalone SVG with `xmlns` and `viewBox`; colours by `currentColor` and fixed hues. */
  readonly svg: string;
  /** The same in less room, for paper; two of half the width stand beside each other. */
  readonly paper?: string;
  /** What the reader sees, with units. */
  readonly caption: string;
  /** What the chart shows, for those who cannot see it. */
  readonly alt: string;
  /**
   * What its marks mean, where its caption leaves that to the text around it; it
   * stands below the chart in a file of its own.
   *
   * @default {caption}
   */
  readonly legend?: string;
  /** Name of the one metric that it shows. */
  readonly metric?: string;
  /** Where it came from; a report's own figures all say so. */
  readonly evidence?: Evidence;
  /** What it is drawn from, thinned, for those who cannot see it; on a screen only. */
  readonly table?: Table;
  /** The numbers that it draws, for a file beside it; a report's own figures all give them. */
  readonly data?: () => FigureData;
}

/** Numbers behind a chart, for programs: as they were measured, nothing rounded. */
export interface FigureData {
  /** One entry a column, with its unit: `measured (cores)`. */
  readonly columns: readonly string[];
  /** One cell a column. */
  readonly rows: readonly (readonly DataCell[])[];
}

/** Text, also a time in ISO 8601 UTC; a number; `null` or NaN for no value. */
export type DataCell = string | number | null;

import type {
  Block,
  Facts,
  Paragraph,
  ReportDocument,
  Section,
} from "../document.ts";
import { contentsStrips } from "./contents_strips.ts";
import { figureStrips } from "./figure_strips.ts";
import { addFooters } from "./add_footers.ts";
import { headingStrips, titleStrips } from "./heading_strips.ts";
import type { Item, Strip } from "./layout_item.ts";
import { CONTENT } from "./page_style.ts";
import { paginate } from "./paginate.ts";
import { numberContents } from "./number_contents.ts";
import type { Drawing } from "./svg/drawing.ts";
import { tableStrips } from "./table_strips.ts";
import {
  factsStrips,
  listStrips,
  noteStrips,
  paragraphStrips,
} from "./text_strips.ts";
import type { Typefaces } from "./typeface.ts";

/** What the layout needs besides the document. */
export interface LayoutContext {
  /** Fonts to measure with. */
  readonly faces: Typefaces;
  /** Gives the chart of a figure's SVG. */
  readonly draw: (svg: string) => Drawing;
}

/**
 * Lays out a report on pages: title, contents, sections, footers.
 *
 * @param document The report.
 * @param context Fonts, and the way from SVG to charts.
 * @returns The items of each page, in points from its upper left corner.
 */
export function layoutDocument(
  document: ReportDocument,
  context: LayoutContext,
): readonly (readonly Item[])[] {
  const { faces } = context;
  const sections = new Set(document.sections.map(({ id }) => id));
  const strips = [
    ...titleStrips(document, faces),
    ...contentsStrips(document.sections, faces),
    ...document.sections.flatMap((section) =>
      sectionStrips(section, { ...context, sections })
    ),
  ];
  const pages = numberContents(paginate(strips, CONTENT), faces);
  return addFooters(pages, document.title, faces);
}

type SectionContext = LayoutContext & {
  readonly sections: ReadonlySet<string>;
};

function sectionStrips(
  section: Section,
  context: SectionContext,
): readonly Strip[] {
  return [
    ...headingStrips(section, context.faces),
    ...section.blocks.flatMap((block) => blockStrips(block, context)),
  ];
}

function blockStrips(block: Block, context: SectionContext): readonly Strip[] {
  const { faces, draw } = context;
  switch (block.kind) {
    case "paragraph":
      return paragraphStrips(block, faces);
    case "note":
      return noteStrips(block, faces);
    case "list":
      return listStrips(block, faces);
    case "facts":
      return block.layout === "row"
        ? paragraphStrips(oneLine(block), faces)
        : factsStrips(block, faces);
    case "table":
      return tableStrips(block, context);
    case "figure":
      return figureStrips(block, { faces, drawing: draw(block.svg) });
  }
}

/** A few short facts in running text. */
function oneLine({ items }: Facts): Paragraph {
  const text = items.map(({ term, value }) => `${term}: ${value}.`).join(" ");
  return { kind: "paragraph", text };
}

import type { Block, Facts, Figure, Paragraph, Section } from "../document.ts";
import { quietEnd } from "../evidence/quiet_end.ts";
import { figureRows } from "./figure_rows.ts";
import { headingStrips, runningStrip } from "./heading_strips.ts";
import type { Strip } from "./layout_item.ts";
import { CONTENT, CONTENT_HEIGHT, CONTENT_WIDTH } from "./page_style.ts";
import { figureSource, sectionSource, sourceStrips } from "./source_strips.ts";
import { heightOf } from "./strip_height.ts";
import type { Drawing } from "./svg/drawing.ts";
import { tableStrips } from "./table_strips.ts";
import {
  factsStrips,
  listStrips,
  noteStrips,
  paragraphStrips,
} from "./text_strips.ts";
import type { Typefaces } from "./typeface.ts";

/** Of a page: a section that does not fit begins there if so much is left. */
const LEAST_SHARE = 0.45;

/** What the layout needs besides the document. */
export interface LayoutContext {
  /** Fonts to measure with. */
  readonly faces: Typefaces;
  /** Gives the chart of a figure's SVG. */
  readonly draw: (svg: string) => Drawing;
}

/** What a section needs besides itself. */
export interface SectionContext extends LayoutContext {
  /** Sections that a cell can lead to. */
  readonly sections: ReadonlySet<string>;
  /** Size of charts relative to what there is room for. @default {1} */
  readonly scale?: number;
  /** Whether it begins a page, or only where little is left of one. */
  readonly start: "page" | "room";
}

/**
 * Sets a section: heading, blocks, and where its numbers came from.
 *
 * @param section The section.
 * @param context Fonts, charts, and where it begins.
 * @returns Its strips; the first asks for the room that it needs.
 */
export function sectionStrips(
  section: Section,
  context: SectionContext,
): readonly Strip[] {
  const { faces, start } = context;
  const place = { x: CONTENT.left, width: CONTENT_WIDTH };
  const source = sourceStrips(sectionSource(section), place, faces);
  const [head, ...rest] = [
    ...headingStrips(section, faces),
    ...keepLast(blocksStrips(section, context), source.length > 0),
    ...source.map((strip, l) => l === 0 ? { ...strip, gap: 5 } : strip),
  ];
  if (head === undefined) return [];
  const height = heightOf([head, ...rest]) - head.gap;
  const room = start === "page"
    ? CONTENT_HEIGHT
    : Math.min(height, LEAST_SHARE * CONTENT_HEIGHT);
  const running = runningStrip(section, faces);
  return [{ ...head, room }, ...rest.map((strip) => ({ ...strip, running }))];
}

/** The last line of a section's content does not leave its evidence alone. */
function keepLast(
  strips: readonly Strip[],
  isFollowed: boolean,
): readonly Strip[] {
  const last = strips.length - 1;
  return strips.map((strip, i) =>
    i === last && isFollowed ? { ...strip, keepWithNext: true } : strip
  );
}

function blocksStrips(
  { blocks, evidence }: Section,
  context: SectionContext,
): readonly Strip[] {
  const sourceOf = (figure: Figure) => figureSource(figure, evidence);
  const strips: Strip[] = [];
  let figures: Figure[] = [];
  const endFigures = () => {
    strips.push(...figureRows(figures, { ...context, sourceOf }));
    figures = [];
  };
  for (const block of quietEnd(blocks, evidence)) {
    if (block.kind === "figure") {
      figures.push(block);
    } else {
      endFigures();
      strips.push(...textStrips(block, context));
    }
  }
  endFigures();
  return strips;
}

function textStrips(
  block: Exclude<Block, Figure>,
  context: SectionContext,
): readonly Strip[] {
  const { faces } = context;
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
  }
}

/** A few short facts in running text. */
function oneLine({ items }: Facts): Paragraph {
  const text = items.map(({ term, value }) => `${term}: ${value}.`).join(" ");
  return { kind: "paragraph", text };
}

import type { ReportDocument, Section } from "../document.ts";
import { addFooters } from "./add_footers.ts";
import { balanceEnd } from "./balance_end.ts";
import { contentsStrips } from "./contents_strips.ts";
import { coverStrips } from "./cover/cover_strips.ts";
import { splitCover } from "./cover/split_cover.ts";
import { fitSection, shareSection } from "./fit_section.ts";
import type { Item, Strip } from "./layout_item.ts";
import { numberContents } from "./number_contents.ts";
import { CONTENT, CONTENT_HEIGHT } from "./page_style.ts";
import { paginate } from "./paginate.ts";
import type { LayoutContext } from "./section_strips.ts";
import type { Drawing } from "./svg/drawing.ts";
import { traceIds } from "./trace_ids.ts";

/**
 * Lays out a report on pages: cover, contents, sections, footers.
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
  const once = { faces, draw: drawOnce(context.draw) };
  const split = splitCover(document);
  const cover = coverStrips(document, split, context);
  const contents = contentsStrips(document.sections, faces);
  const pageCount = (strips: readonly Strip[]) =>
    paginate(strips, CONTENT).length;
  const fits = pageCount([...cover, ...contents]) === pageCount(cover);
  const sections = new Set(document.sections.map(({ id }) => id));
  const isCovered = document.lead !== undefined;
  const strips = [...cover, ...(fits ? contents : onNewPage(contents))];
  split.sections.forEach((section, s, all) => {
    const before = all[s - 1];
    const own = { ...once, sections };
    const begins = beginsPage(section, before) ||
      (s === 0 && isCovered && fits);
    strips.push(
      ...(begins && before !== undefined && isShort(before)
        ? shareSection(section, own, strips)
        : fitSection(section, { ...own, start: begins ? "page" : "room" })),
    );
  });
  const pages = numberContents(paginate(balanceEnd(strips), CONTENT), faces);
  const ids = traceIds(document.sections);
  return addFooters(pages, { title: document.title, ids }, faces);
}

/** A chart may be set several times until its page is right. */
function drawOnce(draw: LayoutContext["draw"]): LayoutContext["draw"] {
  const drawn = new Map<string, Drawing>();
  return (svg) => {
    const known = drawn.get(svg) ?? draw(svg);
    drawn.set(svg, known);
    return known;
  };
}

/** Incidents have pages of their own, but for one that has nothing to show. */
function beginsPage(section: Section, before: Section | undefined): boolean {
  return section.incident === undefined
    ? before?.incident !== undefined
    : !isShort(section);
}

/** Whether it tells of an incident in a few sentences, as of an outage. */
function isShort({ incident, blocks }: Section): boolean {
  return incident !== undefined &&
    blocks.every(({ kind }) => kind !== "figure");
}

function onNewPage([first, ...rest]: readonly Strip[]): readonly Strip[] {
  return first ? [{ ...first, room: CONTENT_HEIGHT }, ...rest] : [];
}

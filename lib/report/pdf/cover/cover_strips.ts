import { formatTime } from "../../../frame/units.ts";
import type { Lead, LinkedText, ReportDocument } from "../../document.ts";
import { figureStrips } from "../figure_strips.ts";
import { anchorOf, titleStrips } from "../heading_strips.ts";
import type { Item, Strip } from "../layout_item.ts";
import { COLOR, CONTENT, CONTENT_WIDTH, TEXT_SIZE } from "../page_style.ts";
import type { LayoutContext } from "../section_strips.ts";
import { lineHeight, setLines } from "../set_lines.ts";
import { figureSource } from "../source_strips.ts";
import { noteStrips } from "../text_strips.ts";
import type { Typefaces } from "../typeface.ts";
import { keyFiguresStrip } from "./key_figures_strip.ts";
import type { SplitCover } from "./split_cover.ts";

const PLACE = { x: CONTENT.left, width: CONTENT_WIDTH };
const MINUTE_MS = 60_000;

/**
 * Sets the cover: title, host and span, the verdict with its figures, and the
 * whole time at a glance.
 *
 * @param document The report.
 * @param split What of it the cover shows.
 * @param context Fonts, and the way from SVG to charts.
 * @returns Its strips; without a lead the title alone.
 */
export function coverStrips(
  document: Pick<ReportDocument, "title" | "subtitle" | "lead" | "createdAt">,
  { figure, landing }: SplitCover,
  { faces, draw }: LayoutContext,
): readonly Strip[] {
  const { lead, createdAt } = document;
  if (lead === undefined) return titleStrips(document, faces);
  const minute = Math.floor(createdAt.getTime() / MINUTE_MS) * MINUTE_MS;
  const made = formatTime(minute, { intervalMs: MINUTE_MS });
  const chart = figure === null ? [] : figureStrips(figure, {
    ...{ faces, drawing: draw(figure.svg) },
    source: figureSource(figure, undefined),
  });
  const landed = landing === null ? [] : [anchorOf(landing)];
  return [
    ...textStrips(`whenwhy report, ${made}`, {
      ...{ size: TEXT_SIZE.caption, color: COLOR.muted, gap: 0 },
      faces,
    }),
    ...titleStrips(document, faces),
    ...leadStrips(lead, { faces, landed }),
    ...chart.map((strip, l) => l === 0 ? { ...strip, gap: 16 } : strip),
  ];
}

function leadStrips(
  { verdict, caution, warnings, figures }: Lead,
  { faces, landed }: {
    readonly faces: Typefaces;
    readonly landed: readonly Item[];
  },
): readonly Strip[] {
  const { ink, muted } = COLOR;
  const [head, ...rest] = textStrips(verdict, {
    ...{ size: TEXT_SIZE.verdict, color: ink, gap: 12 },
    faces,
  });
  return [
    ...(head ? [{ ...head, items: [...landed, ...head.items] }] : []),
    ...rest,
    ...(caution === null ? [] : textStrips(caution, {
      ...{ size: TEXT_SIZE.body, color: muted, gap: 6 },
      faces,
    })),
    ...warnings.flatMap((warning) => warningStrips(warning, faces)),
    ...(figures.length === 0 ? [] : [keyFiguresStrip(figures, faces)]),
  ];
}

/** A note that leads to where there is more of it. */
function warningStrips(
  { text, section }: LinkedText,
  faces: Typefaces,
): readonly Strip[] {
  const note = noteStrips({ kind: "note", mark: "warning", text }, faces);
  return note.map((strip) => {
    const area = { ...PLACE, y: 0, height: strip.height };
    const link = { kind: "link", ...area, section } as const;
    return { ...strip, items: [...strip.items, link] };
  });
}

function textStrips(
  text: string,
  { faces, gap, ...looks }: {
    readonly faces: Typefaces;
    readonly gap: number;
    readonly size: number;
    readonly color: typeof COLOR.ink | typeof COLOR.muted;
  },
): readonly Strip[] {
  return setLines(text, { ...PLACE, ...looks }, faces).map((line, l) => ({
    height: lineHeight(line.size),
    gap: l === 0 ? gap : 0,
    keepWithNext: false,
    items: [line],
  }));
}

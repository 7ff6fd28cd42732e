import type { Table } from "../document.ts";
import { type CellStyle, columnNeeds } from "./column_needs.ts";
import { columnWidths } from "./column_widths.ts";
import type { Strip } from "./layout_item.ts";
import {
  COLOR,
  CONTENT,
  CONTENT_HEIGHT,
  CONTENT_WIDTH,
  TEXT_SIZE,
} from "./page_style.ts";
import { lineHeight, setLines } from "./set_lines.ts";
import { heightOf } from "./strip_height.ts";
import {
  CELL_PADDING,
  headerStrip,
  type RowSetting,
  rowStrips,
  TALL_ROW,
} from "./table_row.ts";
import type { Typefaces } from "./typeface.ts";

/** The largest is taken with which no word must be cut, else the last. */
const SIZES = [8, 7.25, 6.5] as const;

/** A table that is lower than this stands on one page. */
const WHOLE = CONTENT_HEIGHT / 3;

/** Rows at either end of a table that are on one page. */
const ENDS = 3;

/** What a table needs besides itself. */
export interface TableContext {
  /** Fonts to measure with. */
  readonly faces: Typefaces;
  /** Sections that a cell can lead to. */
  readonly sections: ReadonlySet<string>;
}

/**
 * Sets a table: caption, header row, rows. The header row stands again on
 * every page that the table reaches; a small one is not divided, and of others
 * neither the first nor the last rows stand alone.
 *
 * @param table The table.
 * @param context Fonts and the sections to link to.
 * @returns Strips in order; a row has one for each of its lines.
 */
export function tableStrips(
  table: Table,
  context: TableContext,
): readonly Strip[] {
  const setting: RowSetting = { table, ...context, ...fit(table, context) };
  const header = headerStrip(setting);
  const repeated = header.height <= TALL_ROW ? { header } : {};
  const rows = keptEnds(
    table.rows.map((cells, index) =>
      rowStrips(cells, setting, { look: index % 2 === 1 ? "tinted" : "plain" })
    ),
  );
  const strips = [
    ...captionStrips(table.caption, context.faces),
    { ...header, gap: 3, keepWithNext: true },
    ...rows.map((strip) => ({ ...strip, ...repeated })),
  ];
  return heightOf(strips) <= WHOLE ? keptWhole(strips) : strips;
}

/** Rows at either end stay together, unless one of them is very tall. */
function keptEnds(rows: readonly (readonly Strip[])[]): readonly Strip[] {
  const last = rows.length - 1;
  return rows.flatMap((strips, r) => {
    const isEnd = r < ENDS - 1 || (r > last - ENDS && r < last);
    const next = rows[r + 1] ?? [];
    return isEnd && [strips, next].every((row) => heightOf(row) <= TALL_ROW)
      ? keptWhole(strips).map((strip) => ({ ...strip, keepWithNext: true }))
      : strips;
  });
}

function keptWhole(strips: readonly Strip[]): readonly Strip[] {
  const last = strips.length - 1;
  return strips.map((strip, i) => ({ ...strip, keepWithNext: i < last }));
}

/** Finds the text size and the widths of the columns. */
function fit(
  table: Table,
  { faces }: TableContext,
): Pick<RowSetting, "size" | "widths"> {
  const needs = (size: number, titles: CellStyle["titles"]) =>
    columnNeeds(table, { size, titles, padding: 2 * CELL_PADDING.side, faces });
  const size =
    SIZES.find((size) =>
      sum(needs(size, "wrapped").map(({ minimum }) => minimum)) <= CONTENT_WIDTH
    ) ?? Math.min(...SIZES);
  const whole = needs(size, "whole");
  const fits = sum(whole.map(({ natural }) => natural)) <= CONTENT_WIDTH;
  const chosen = fits ? whole : needs(size, "wrapped");
  return { size, widths: columnWidths(chosen, CONTENT_WIDTH) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function captionStrips(caption: string, faces: Typefaces): readonly Strip[] {
  const size = TEXT_SIZE.caption;
  const place = { x: CONTENT.left, width: CONTENT_WIDTH };
  const lines = setLines(
    caption,
    { ...place, size, color: COLOR.muted },
    faces,
  );
  return lines.map((line, l) => ({
    height: lineHeight(size),
    gap: l === 0 ? 9 : 0,
    keepWithNext: true,
    items: [line],
  }));
}

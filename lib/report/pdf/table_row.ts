import type { Cell, Table } from "../document.ts";
import { cellText } from "../cell_text.ts";
import type { BoxItem, Item, Strip } from "./layout_item.ts";
import {
  COLOR,
  CONTENT,
  CONTENT_HEIGHT,
  CONTENT_WIDTH,
  type Rgb,
} from "./page_style.ts";
import { lineHeight, setLines } from "./set_lines.ts";
import type { Typefaces, Weight } from "./typeface.ts";

/** Space around the text of a cell, in points: beside it, above and below it. */
export const CELL_PADDING = { side: 4, end: 2 } as const;

/** Rows higher than this may be divided; such headers are not repeated. */
export const TALL_ROW = CONTENT_HEIGHT / 4;

/** How the rows of one table are set. */
export interface RowSetting {
  readonly table: Table;
  /** Text size in points. */
  readonly size: number;
  /** One a column, in points. */
  readonly widths: readonly number[];
  /** Fonts to measure with. */
  readonly faces: Typefaces;
  /** Sections that a cell can lead to. */
  readonly sections: ReadonlySet<string>;
}

/** How a row differs from its neighbours. */
export interface RowLook {
  readonly look: "plain" | "tinted";
}

/**
 * Sets the titles of the columns.
 *
 * @param setting How the table is set.
 * @returns The whole row as one strip.
 */
export function headerStrip(setting: RowSetting): Strip {
  const titles = setting.table.columns.map(({ title }) => title);
  const lines = rowLines(titles, setting, "bold");
  const step = lineHeight(setting.size);
  const height = 2 * CELL_PADDING.end + lines.length * step;
  const texts = lines.flatMap((items, l) =>
    shift(items, CELL_PADDING.end + l * step)
  );
  return {
    height,
    gap: 0,
    keepWithNext: false,
    items: [ground(height, COLOR.headerFill), ...texts],
  };
}

/**
 * Sets a row of cells: one strip a line, so that a row taller than a page can
 * be divided; other rows stay whole.
 *
 * @param cells One a column; missing ones are empty.
 * @param setting How the table is set.
 * @param options The ground, by which rows are told apart.
 * @returns The strips of the row.
 */
export function rowStrips(
  cells: readonly Cell[],
  setting: RowSetting,
  { look }: RowLook,
): readonly Strip[] {
  const step = lineHeight(setting.size);
  const lines = rowLines(cells, setting, "regular");
  const stays = lines.length * step <= TALL_ROW;
  return lines.map((items, l) => {
    const above = l === 0 ? CELL_PADDING.end : 0;
    const below = l === lines.length - 1 ? CELL_PADDING.end : 0;
    const height = above + step + below;
    const tint = look === "tinted" ? [ground(height, COLOR.stripeFill)] : [];
    return {
      height,
      gap: 0,
      keepWithNext: stays && l < lines.length - 1,
      items: [...tint, ...shift(items, above)],
    };
  });
}

/** Of each cell its first line, then of each its second, … */
function rowLines(
  cells: readonly Cell[],
  setting: RowSetting,
  weight: Weight,
): readonly (readonly Item[])[] {
  const { table, size, widths, faces, sections } = setting;
  const height = lineHeight(size);
  const lines: Item[][] = [];
  let x: number = CONTENT.left;
  widths.forEach((width, c) => {
    const cell = cells[c] ?? "";
    const section = typeof cell === "string" ? undefined : cell.section;
    const leads = section !== undefined && sections.has(section);
    const style = {
      x: x + CELL_PADDING.side,
      width: width - 2 * CELL_PADDING.side,
      size,
      weight,
      align: table.columns[c]?.align ?? "left",
      color: leads ? COLOR.link : COLOR.ink,
    };
    setLines(cellText(cell), style, faces).forEach((item, l) => {
      const line = lines[l] ??= [];
      line.push(item);
      if (leads) line.push({ kind: "link", x, y: 0, width, height, section });
    });
    x += width;
  });
  return lines;
}

function ground(height: number, color: Rgb): BoxItem {
  const { left } = CONTENT;
  return { kind: "box", x: left, y: 0, width: CONTENT_WIDTH, height, color };
}

function shift(items: readonly Item[], dy: number): readonly Item[] {
  return items.map((item) => ({ ...item, y: item.y + dy }));
}

import { cellText } from "../cell_text.ts";
import type { Table } from "../document.ts";
import { cleanText } from "./clean_text.ts";
import type { ColumnNeed } from "./column_widths.ts";
import { CONTENT_WIDTH } from "./page_style.ts";
import { wordsOf } from "./wrap_text.ts";
import type { Typeface, Typefaces } from "./typeface.ts";

/** A word wider than this is cut rather than given a column of its width. */
const WIDEST_WORD = CONTENT_WIDTH * 0.3;

/** How the text in a table's cells is set. */
export interface CellStyle {
  /** Text size in points. */
  readonly size: number;
  /** Space left and right of the text together, in points. */
  readonly padding: number;
  /** Whether titles claim the width for one line, or make do with two. */
  readonly titles: "whole" | "wrapped";
  /** Fonts to measure with. */
  readonly faces: Typefaces;
}

/**
 * Measures what each column of a table needs for its title and its cells.
 *
 * @param table The table.
 * @param style How its cells are set.
 * @returns One need a column.
 */
export function columnNeeds(
  table: Table,
  style: CellStyle,
): readonly ColumnNeed[] {
  const { faces, padding, size, titles } = style;
  return table.columns.map(({ title, weight = 1 }, c) => {
    const cells = table.rows.map((row) =>
      extent(cellText(row[c] ?? ""), faces.regular, size)
    );
    const head = extent(title, faces.bold, size);
    // A hair more than measured, so that rounding never wraps a text that fits.
    const most = (values: readonly number[]) =>
      values.reduce((max, value) => Math.max(max, value), 0) + padding + 0.1;
    const words = [head, ...cells].map(({ word }) =>
      Math.min(word, WIDEST_WORD)
    );
    const minimum = most(words);
    const headLine = titles === "whole" ? head.line : 0.6 * head.line;
    const natural = most([headLine, ...cells.map(({ line }) => line)]);
    return { minimum, natural: Math.max(minimum, natural), weight };
  });
}

/** Widths of a text as a whole and of its widest word. */
function extent(
  text: string,
  face: Typeface,
  size: number,
): { readonly line: number; readonly word: number } {
  const clean = cleanText(text, (codePoint) => face.has(codePoint));
  const words = wordsOf(clean).map((word) => face.width(word, size));
  return { line: face.width(clean, size), word: Math.max(...words) };
}

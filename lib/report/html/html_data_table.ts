import { cellText } from "../cell_text.ts";
import type { Table } from "../document.ts";
import { htmlScrollTable } from "./html_scroll_table.ts";
import { htmlAttribute, htmlText } from "./html_text.ts";

/**
 * Writes the table behind a chart, with few characters: a page has thousands of
 * these cells. HTML lets the ends of cells and rows be left out; numbers need no
 * isolation, only names in the first column do.
 *
 * @param table The table.
 * @returns HTML, one element.
 */
export function htmlDataTable(
  { caption, columns, rows: cells }: Table,
): string {
  const head = columns.map(({ title }) => `<th scope="col">${htmlText(title)}`);
  const rows = cells.map(([first = "", ...others]) =>
    `<tr><th scope="row"><bdi>${htmlText(cellText(first))}</bdi>${
      others.map((cell) => `<td>${htmlAttribute(cellText(cell))}`).join("")
    }`
  );
  return htmlScrollTable({ caption, head, rows });
}

import type { Cell, Table } from "../document.ts";
import { htmlAttribute, htmlText } from "./html_text.ts";

/**
 * Writes the table behind a chart, with few characters: a page has thousands of
 * these cells. HTML lets the ends of cells and rows be left out; numbers need no
 * isolation, only names in the first column do.
 *
 * @param table The table.
 * @returns HTML, one element.
 */
export function htmlDataTable({ caption, columns, rows }: Table): string {
  const head = columns.map(({ title }) => `<th scope="col">${htmlText(title)}`);
  const body = rows.map(([first = "", ...others]) =>
    `<tr><th scope="row"><bdi>${htmlText(cellText(first))}</bdi>${
      others.map((cell) => `<td>${htmlAttribute(cellText(cell))}`).join("")
    }`
  );
  return `<div class="scroll" role="group" tabindex="0" aria-label="${
    htmlAttribute(caption)
  }">
<table>
<caption>${htmlText(caption)}</caption>
<thead><tr>${head.join("")}</thead>
<tbody>
${body.join("\n")}
</tbody>
</table>
</div>`;
}

function cellText(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

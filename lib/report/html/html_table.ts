import { cellText } from "../cell_text.ts";
import type { Cell, Table } from "../document.ts";
import { htmlScrollTable } from "./html_scroll_table.ts";
import { htmlAttribute, htmlText } from "./html_text.ts";
import { severitySvg } from "./severity_svg.ts";

/** A word that would make its column too wide, such as a hash. */
const LONG_WORD = /[^\s-]{26}/u;

/**
 * Writes a table with its caption in a box that scrolls where it is too wide.
 *
 * @param table The table.
 * @returns HTML, one element.
 */
export function htmlTable({ caption, columns, rows }: Table): string {
  const side = (index: number, cell: Cell = "") => {
    const right = columns[index]?.align === "right" ? "right" : "";
    const long = LONG_WORD.test(cellText(cell)) ? "long" : "";
    const names = [right, long].filter((name) => name !== "").join(" ");
    return names === "" ? "" : ` class="${names}"`;
  };
  const head = columns.map(({ title }, index) =>
    `<th scope="col"${side(index)}>${htmlText(title)}</th>`
  );
  const body = rows.map((row) =>
    `<tr>${
      row.map((cell, index) =>
        index === 0
          ? `<th scope="row"${side(index, cell)}>${htmlCell(cell)}</th>`
          : `<td${side(index, cell)}>${htmlCell(cell)}</td>`
      ).join("")
    }</tr>`
  );
  return htmlScrollTable({ caption, head, rows: body });
}

function htmlCell(cell: Cell): string {
  if (typeof cell === "string") return `<bdi>${htmlText(cell)}</bdi>`;
  const { text, section, href, shape } = cell;
  const severity = shape === undefined ? "" : `${severitySvg(shape)} `;
  const shown = `<bdi>${htmlText(text)}</bdi>`;
  const target = section === undefined ? href : `#${section}`;
  return severity +
    (target === undefined
      ? shown
      : `<a href="${htmlAttribute(target)}">${shown}</a>`);
}

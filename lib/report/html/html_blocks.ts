import type { Block, Cell, Facts, Figure, List, Table } from "../document.ts";
import { htmlAttribute, htmlText } from "./html_text.ts";

/** A word that would make its column too wide, such as a hash. */
const LONG_WORD = /[^\s-]{26}/u;

/**
 * Writes one block as HTML.
 *
 * @param block The block.
 * @returns HTML, one element.
 */
export function htmlBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${htmlText(block.text)}</p>`;
    case "note":
      return `<p class="note" role="note"><strong>Note:</strong> ${
        htmlText(block.text)
      }</p>`;
    case "list":
      return htmlList(block);
    case "facts":
      return htmlFacts(block);
    case "table":
      return htmlTable(block);
    case "figure":
      return htmlFigure(block);
  }
}

function htmlList({ items }: List): string {
  return `<ul>\n${
    items.map((item) => `<li>${htmlText(item)}</li>`).join("\n")
  }\n</ul>`;
}

function htmlFacts({ items }: Facts): string {
  return `<dl>\n${
    items.map(({ term, value }) =>
      `<div><dt>${htmlText(term)}</dt><dd><bdi>${
        htmlText(value)
      }</bdi></dd></div>`
    ).join("\n")
  }\n</dl>`;
}

function htmlTable({ caption, columns, rows }: Table): string {
  const side = (index: number, cell: Cell = "") => {
    const right = columns[index]?.align === "right" ? "right" : "";
    const long = LONG_WORD.test(cellText(cell)) ? "long" : "";
    const names = [right, long].filter((name) => name !== "").join(" ");
    return names === "" ? "" : ` class="${names}"`;
  };
  const head = columns.map(({ title }, index) =>
    `<th scope="col"${side(index)}>${htmlText(title)}</th>`
  ).join("");
  const body = rows.map((row) =>
    `<tr>${
      row.map((cell, index) =>
        index === 0
          ? `<th scope="row"${side(index, cell)}>${htmlCell(cell)}</th>`
          : `<td${side(index, cell)}>${htmlCell(cell)}</td>`
      ).join("")
    }</tr>`
  ).join("\n");
  return `<div class="scroll" role="region" tabindex="0" aria-label="${
    htmlAttribute(caption)
  }">
<table>
<caption>${htmlText(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>`;
}

function cellText(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

function htmlCell(cell: Cell): string {
  if (typeof cell === "string") return `<bdi>${htmlText(cell)}</bdi>`;
  return `<a href="#${htmlAttribute(cell.section)}"><bdi>${
    htmlText(cell.text)
  }</bdi></a>`;
}

/** The SVG is our own: its texts were escaped when it was written. */
function htmlFigure({ id, svg, caption, alt, metric }: Figure): string {
  const data = metric === undefined
    ? ""
    : ` data-metric="${htmlAttribute(metric)}"`;
  return `<figure id="figure-${htmlAttribute(id)}"${data}>
<div class="scroll chart" role="region" tabindex="0" aria-label="${
    htmlAttribute(alt)
  }">
${svg}
</div>
<figcaption>${htmlText(caption)}</figcaption>
</figure>`;
}

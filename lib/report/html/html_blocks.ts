import type { Block, Facts, List, Note } from "../document.ts";
import { htmlFigure } from "./html_figure.ts";
import { htmlTable } from "./html_table.ts";
import { htmlAttribute, htmlText } from "./html_text.ts";
import { severitySvg } from "./severity_svg.ts";

/**
 * Writes blocks as HTML. Charts that follow each other become a group, so that
 * they can stand side by side where there is room.
 *
 * @param blocks In order.
 * @returns HTML.
 */
export function htmlBlocks(blocks: readonly Block[]): string {
  return toGroups(blocks).map((group) => {
    const html = group.map(htmlBlock).join("\n");
    return group.length > 1 ? `<div class="figures">\n${html}\n</div>` : html;
  }).join("\n");
}

/** Neighbouring figures together, everything else alone. */
function toGroups(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === "figure" && last?.[0]?.kind === "figure") {
      last.push(block);
    } else groups.push([block]);
  }
  return groups;
}

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
      return htmlNote(block);
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

function htmlNote({ mark = "note", text, section }: Note): string {
  const word = mark === "warning" ? "Warning:" : "Note:";
  const told = htmlText(text);
  const linked = section === undefined
    ? told
    : `<a href="#${htmlAttribute(section)}">${told}</a>`;
  return `<p class="note" role="note"><strong>${word}</strong> ${linked}</p>`;
}

function htmlList({ items }: List): string {
  return `<ul>\n${
    items.map((item) => `<li>${htmlText(item)}</li>`).join("\n")
  }\n</ul>`;
}

function htmlFacts({ items, layout }: Facts): string {
  const rows = items.map(({ term, value, shape }) => {
    const severity = shape === undefined ? "" : `${severitySvg(shape)} `;
    return `<div><dt>${htmlText(term)}</dt><dd>${severity}<bdi>${
      htmlText(value)
    }</bdi></dd></div>`;
  });
  const name = layout === "row" ? ' class="row"' : "";
  return `<dl${name}>\n${rows.join("\n")}\n</dl>`;
}

import type { Block, Facts, Figure, Note, Table } from "../document.ts";
import { markdownCode } from "./markdown_code.ts";
import { markdownSource } from "./markdown_source.ts";
import { markdownLink, markdownTable } from "./markdown_table.ts";
import { markdownText } from "./markdown_text.ts";

/**
 * Writes blocks as Markdown.
 *
 * @param blocks In order.
 * @returns One text a paragraph, list, table or picture, to stand apart by an
 *   empty line.
 */
export function markdownBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap(markdownBlock);
}

function markdownBlock(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
      return [markdownText(block.text)];
    case "note":
      return [markdownNote(block)];
    case "list":
      return [block.items.map((item) => `- ${markdownText(item)}`).join("\n")];
    case "facts":
      return [markdownFacts(block)];
    case "table":
      return markdownCaptioned(block);
    case "figure":
      return markdownFigure(block);
  }
}

function markdownNote({ mark = "note", text }: Note): string {
  const word = mark === "warning" ? "Warning:" : "Note:";
  return `> **${word}** ${markdownText(text)}`;
}

function markdownFacts({ items }: Facts): string {
  return items.map(({ term, value, form }) =>
    `- **${markdownText(term)}:** ${
      form === "code" ? markdownCode(value) : markdownText(value)
    }`
  ).join("\n");
}

/** A table has no caption of its own in Markdown: it stands above it. */
function markdownCaptioned(table: Table): string[] {
  const caption = markdownText(table.caption);
  return [...(caption === "" ? [] : [caption]), markdownTable(table)];
}

function markdownFigure({ id, alt, caption, evidence }: Figure): string[] {
  const svg = markdownLink("As SVG", `figures/${id}.svg`);
  return [
    `!${markdownLink(markdownText(alt), `figures/${id}.png`)}`,
    [markdownText(caption), ...markdownSource(evidence), `${svg}.`]
      .filter((text) => text !== "").join(" "),
  ];
}

import type { Block, Cell, Section, Table } from "@lib/report/document.ts";

/**
 * Collects what a section says in running text: paragraphs, notes, lists and
 * facts.
 *
 * @param section The section.
 * @returns The texts; a fact is "term: value".
 */
export function sectionTexts({ blocks }: Section): string[] {
  return blocks.flatMap(blockTexts);
}

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
    case "note":
      return [block.text];
    case "list":
      return [...block.items];
    case "facts":
      return block.items.map(({ term, value }) => `${term}: ${value}`);
    case "table":
    case "figure":
      return [];
  }
}

/**
 * Takes a section's tables as plain text.
 *
 * @param section The section.
 * @returns Each table's rows, each row's cells.
 */
export function sectionTables({ blocks }: Section): string[][][] {
  return blocks.filter((block): block is Table => block.kind === "table")
    .map(({ rows }) => rows.map((row) => row.map(cellText)));
}

function cellText(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

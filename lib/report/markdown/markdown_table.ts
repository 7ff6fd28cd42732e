import type { Cell, Table } from "../document.ts";
import { markdownText } from "./markdown_text.ts";

/**
 * Writes a table as GitHub's Markdown has it, without its caption.
 *
 * @param table The table.
 * @returns Lines: the head, the sides of the columns, a line a row.
 */
export function markdownTable({ columns, rows }: Table): string {
  return [
    columns.map(({ title }) => markdownText(title)),
    columns.map(({ align }) => align === "right" ? "---:" : "---"),
    ...rows.map((row) => row.map(markdownCell)),
  ].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function markdownCell(cell: Cell): string {
  if (typeof cell === "string") return markdownText(cell);
  const text = markdownText(cell.text);
  return cell.href === undefined ? text : markdownLink(text, cell.href);
}

/**
 * Writes a link to a file beside this one.
 *
 * @param text What is shown, as Markdown.
 * @param href Where it leads to, a relative path.
 * @returns The link.
 */
export function markdownLink(text: string, href: string): string {
  const target = encodeURI(href)
    .replace(/[()|]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${text}](${target})`;
}

import { htmlAttribute, htmlText } from "./html_text.ts";

/** A table's parts, as HTML. */
export interface ScrollTable {
  /** What the table shows, plain text. */
  readonly caption: string;
  /** Cells of its head. */
  readonly head: readonly string[];
  /** Rows, each an element. */
  readonly rows: readonly string[];
}

/**
 * Puts a table with its caption into a box that scrolls where it is too wide, by
 * the keyboard too.
 *
 * @param table The table.
 * @returns HTML, one element.
 */
export function htmlScrollTable({ caption, head, rows }: ScrollTable): string {
  return `<div class="scroll" role="group" tabindex="0" aria-label="${
    htmlAttribute(caption)
  }">
<table>
<caption>${htmlText(caption)}</caption>
<thead><tr>${head.join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</div>`;
}

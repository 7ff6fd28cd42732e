import type { Forms } from "./display_as.ts";

/** A table as a notebook shows it. */
export interface ShownTable {
  /** Says what it shows; may be empty. */
  readonly caption: string;
  /** Titles, and on which side their cells stand. */
  readonly columns: readonly {
    readonly title: string;
    readonly align: "left" | "right";
  }[];
  /** One text a column. */
  readonly rows: readonly (readonly string[])[];
}

/** Columns of texts up to this length are not broken over lines. */
const SHORT = 40;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/**
 * Writes a table as HTML and as text in columns.
 *
 * @param table Plain texts, also hostile.
 * @returns `text/html` and `text/plain`.
 *
 * @example Usage
 * ```ts
 * import { tableForms } from "@lib/frame/table_forms.ts";
 * import assert from "node:assert/strict";
 *
 * const forms = tableForms({
 *   caption: "",
 *   columns: [{ title: "metric", align: "left" }, { title: "max", align: "right" }],
 *   rows: [["load-1m", "0.5"]],
 * });
 * assert.equal(forms["text/plain"], "metric   max\nload-1m  0.5");
 * ```
 */
export function tableForms({ caption, columns, rows }: ShownTable): Forms {
  const styles = columns.map(({ align }, index) => {
    const isShort = rows.every((row) => (row[index] ?? "").length <= SHORT);
    const style = [
      `text-align:${align}`,
      ...(isShort ? ["white-space:nowrap"] : []),
    ];
    return style.join(";");
  });
  const cell = (tag: "td" | "th", texts: readonly string[]) =>
    texts.map((text, index) => {
      const style = tag === "td"
        ? styles[index]
        : `text-align:${columns[index]?.align}`;
      return `<${tag} style="${style}">${escaped(text)}</${tag}>`;
    }).join("");
  const titles = columns.map(({ title }) => title);
  const hasTitles = titles.some((title) => title !== "");
  const html = [
    "<table>",
    ...(caption
      ? [`<caption style="text-align:left">${escaped(caption)}</caption>`]
      : []),
    ...(hasTitles ? [`<thead><tr>${cell("th", titles)}</tr></thead>`] : []),
    `<tbody>`,
    ...rows.map((row) => `<tr>${cell("td", row)}</tr>`),
    "</tbody></table>",
  ].join("\n");
  const lines = hasTitles ? [titles, ...rows] : rows;
  const widths = titles.map((_, index) =>
    Math.max(0, ...lines.map((line) => line[index]?.length ?? 0))
  );
  const text = lines.map((line) =>
    line.map((one, index) => {
      const width = widths[index] ?? 0;
      return columns[index]?.align === "right"
        ? one.padStart(width)
        : one.padEnd(width);
    }).join("  ").trimEnd()
  );
  return {
    "text/html": html,
    "text/plain": [...(caption ? [caption] : []), ...text].join("\n"),
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}

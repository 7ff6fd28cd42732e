import type { Section, Writeup } from "../document.ts";
import { quietEnd } from "../evidence/quiet_end.ts";
import { markdownBlocks } from "./markdown_blocks.ts";
import { markdownSource } from "./markdown_source.ts";
import { markdownText } from "./markdown_text.ts";

/**
 * Writes a document as Markdown that trackers take: CommonMark with GitHub's
 * tables, no HTML, figures as pictures in `figures/`. What stands in it as a name
 * stays text.
 *
 * @param document Title and sections.
 * @returns The whole file; the same document gives the same text.
 *
 * @example Usage
 * ```ts
 * import { toMarkdown } from "@lib/report/markdown/to_markdown.ts";
 * import assert from "node:assert/strict";
 *
 * const text = toMarkdown({
 *   title: "Postmortem: web-1",
 *   sections: [{
 *     id: "summary",
 *     title: "Summary",
 *     level: 2,
 *     blocks: [{ kind: "list", items: ["<b>"] }],
 *   }],
 * });
 * assert.equal(text, "# Postmortem: web-1\n\n## Summary\n\n- &lt;b>\n");
 * ```
 */
export function toMarkdown({ title, sections }: Writeup): string {
  return [`# ${markdownText(title)}`, ...sections.flatMap(markdownSection)]
    .join("\n\n") + "\n";
}

function markdownSection(
  { title, level, blocks, evidence }: Section,
): string[] {
  return [
    `${"#".repeat(level)} ${markdownText(title)}`,
    ...markdownBlocks(quietEnd(blocks, evidence)),
    ...markdownSource(evidence),
  ];
}

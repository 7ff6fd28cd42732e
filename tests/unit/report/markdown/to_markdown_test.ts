import assert from "node:assert/strict";
import type { Block, Writeup } from "@lib/report/document.ts";
import { markdownBlocks } from "@lib/report/markdown/markdown_blocks.ts";
import { markdownSource } from "@lib/report/markdown/markdown_source.ts";
import {
  markdownLink,
  markdownTable,
} from "@lib/report/markdown/markdown_table.ts";
import { toMarkdown } from "@lib/report/markdown/to_markdown.ts";
import { evidenceOf } from "@lib/report/evidence/evidence.ts";
import { renderMarkdown } from "../../../support/rendered_markdown.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const evidence = evidenceOf(sampleReportInput(), { basis: "score" });

const BLOCKS: readonly Block[] = [
  { kind: "paragraph", text: "# one" },
  { kind: "note", text: "two" },
  { kind: "note", mark: "warning", text: "three" },
  { kind: "list", items: ["four", "- five"] },
  {
    kind: "facts",
    items: [
      { term: "Six", value: "a_b" },
      { term: "Seven", value: "`x` | $y", form: "code" },
    ],
  },
  {
    kind: "table",
    caption: "Eight.",
    columns: [
      { title: "a|b", align: "left" },
      { title: "c", align: "right" },
    ],
    rows: [["1", { text: "2|\n3", href: "a b(1).html" }]],
  },
  {
    ...{ kind: "figure", id: "incident-1-onset", svg: "<svg/>" },
    ...{ caption: "Nine.", alt: "a [chart] of <b>", evidence },
  },
];

Deno.test("toMarkdown() writes title, headings, every kind of block and sources", () => {
  const document: Writeup = {
    title: "A <title>",
    sections: [
      { id: "s", title: "S", level: 2, blocks: BLOCKS, evidence },
      { id: "t", title: "T", level: 3, blocks: [] },
    ],
  };
  const source = markdownSource(evidence)[0]!;
  assert.match(source, /^Source: server-1\.csv \(SHA-256 9f86d081884c…\)/);
  assert.equal(
    toMarkdown(document),
    [
      "# A &lt;title>",
      "## S",
      "\\# one",
      "> **Note:** two",
      "> **Warning:** three",
      "- four\n- \\- five",
      "- **Six:** a_b\n- **Seven:** `` `x` | $y ``",
      "Eight.",
      "| a\\|b | c |\n| --- | ---: |\n| 1 | [2\\| 3](a%20b%281%29.html) |",
      "![a \\[chart\\] of &lt;b>](figures/incident-1-onset.png)",
      // The section's line below says where it came from.
      `Nine. [As SVG](figures/incident-1-onset.svg).`,
      source,
      "### T",
    ].join("\n\n") + "\n",
  );
});

Deno.test("markdownBlocks() is read by others as the blocks that it was given", () => {
  const text = markdownBlocks(BLOCKS).join("\n\n");
  const document = renderMarkdown(text);
  const count = (selector: string) =>
    document.querySelectorAll(selector).length;
  assert.deepEqual(
    ["h1", "blockquote", "ul", "li", "table", "td", "img", "code"].map(count),
    [0, 2, 1, 4, 1, 2, 1, 1],
  );
  assert.equal(document.querySelector("img")?.alt, "a [chart] of <b>");
  assert.equal(document.querySelector("code")?.textContent, "`x` | $y");
  assert.deepEqual(
    [...document.querySelectorAll("th")].map(({ textContent }) => textContent),
    ["a|b", "c"],
  );
});

Deno.test("markdownTable() without rows is a table still", () => {
  const columns = [{ title: "a", align: "left" as const }];
  const table = { kind: "table" as const, caption: "", columns, rows: [] };
  assert.equal(markdownTable(table), "| a |\n| --- |");
  assert.deepEqual(markdownBlocks([table]), ["| a |\n| --- |"]);
});

Deno.test("markdownLink() keeps an address within its brackets", () => {
  const link = markdownLink("a", "b) [c](d|e");
  const [anchor] = renderMarkdown(`x ${link} y`).querySelectorAll("a");
  assert.equal(anchor?.textContent, "a");
  assert.equal(
    decodeURIComponent(anchor?.getAttribute("href") ?? ""),
    "b) [c](d|e",
  );
});

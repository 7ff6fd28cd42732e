import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import type { Block } from "@lib/report/document.ts";
import { htmlBlock, htmlBlocks } from "@lib/report/html/html_blocks.ts";

function read(block: Block): Element {
  const dom = new JSDOM(htmlBlock(block));
  const element: Element = dom.window.document.body.children[0];
  return element;
}

Deno.test("htmlBlock() of a table has a caption, scopes and links", () => {
  const table = read({
    kind: "table",
    caption: "Incidents <1>",
    columns: [
      { title: "No.", align: "left" },
      { title: "Score", align: "right" },
    ],
    rows: [[{ text: "#1", section: "incident-1" }, "6.1"], ["#2", "<b>"]],
  });
  assert.equal(table.getAttribute("aria-label"), "Incidents <1>");
  assert.equal(table.querySelector("caption")?.textContent, "Incidents <1>");
  const heads = [...table.querySelectorAll("thead th")];
  assert.deepEqual(heads.map((th) => th.getAttribute("scope")), ["col", "col"]);
  assert.equal(heads[1]?.className, "right");
  const rows = [...table.querySelectorAll("tbody th")];
  assert.deepEqual(rows.map((th) => th.getAttribute("scope")), ["row", "row"]);
  const link = table.querySelector("a");
  assert.equal(link?.getAttribute("href"), "#incident-1");
  assert.equal(table.querySelectorAll("td bdi")[1]?.textContent, "<b>");
});

Deno.test("htmlBlock() lets a very long word break in its cell", () => {
  const table = read({
    kind: "table",
    caption: "Files",
    columns: [{ title: "File", align: "left" }, {
      title: "Hash",
      align: "left",
    }],
    rows: [["a.csv", "0123456789abcdef".repeat(4)]],
  });
  assert.equal(table.querySelector("tbody th")?.className, "");
  assert.equal(table.querySelector("td")?.className, "long");
});

Deno.test("htmlBlock() of a figure holds the chart and its caption", () => {
  const figure = read({
    kind: "figure",
    id: "score",
    svg: '<svg xmlns="http://www.w3.org/2000/svg"><text>&lt;b></text></svg>',
    caption: "Score <of> each step",
    alt: `"Score"`,
  });
  assert.equal(figure.id, "figure-score");
  assert.equal(figure.querySelector("svg text")?.textContent, "<b>");
  assert.equal(
    figure.querySelector("figcaption")?.textContent,
    "Score <of> each step",
  );
  assert.equal(
    figure.querySelector("[tabindex]")?.getAttribute("aria-label"),
    `"Score"`,
  );
});

const TEXTS: readonly (readonly [Block, string])[] = [
  [{ kind: "paragraph", text: "<i>" }, "<p>&lt;i&gt;</p>"],
  [
    { kind: "list", items: ["<i>", "b"] },
    "<ul>\n<li>&lt;i&gt;</li>\n<li>b</li>\n</ul>",
  ],
  [
    { kind: "facts", items: [{ term: "<t>", value: "<v>" }] },
    "<dl>\n<div><dt>&lt;t&gt;</dt><dd><bdi>&lt;v&gt;</bdi></dd></div>\n</dl>",
  ],
  [
    { kind: "note", text: "<n>" },
    '<p class="note" role="note"><strong>Note:</strong> &lt;n&gt;</p>',
  ],
];

for (const [block, html] of TEXTS) {
  Deno.test(`htmlBlock() of a ${block.kind} escapes its text`, () => {
    assert.equal(htmlBlock(block), html);
  });
}

const FIGURE: Block = {
  kind: "figure",
  id: "one",
  svg: "<svg></svg>",
  caption: "One",
  alt: "one",
};

Deno.test("htmlBlocks() puts charts that follow each other into a group, and nothing else", () => {
  const text: Block = { kind: "paragraph", text: "between" };
  const html = htmlBlocks([FIGURE, text, FIGURE, FIGURE, text]);
  const { body } = new JSDOM(html).window.document;
  const children: Element[] = [...body.children];
  assert.deepEqual(
    children.map(({ localName, className }) => `${localName} ${className}`),
    ["figure ", "p ", "div figures", "p "],
  );
  assert.equal(children[2]?.children.length, 2);
});

Deno.test("htmlBlock() of a figure with data folds them below it", () => {
  const figure = read({
    ...FIGURE,
    table: {
      kind: "table",
      caption: "Data <of> one",
      columns: [{ title: "Time", align: "left" }],
      rows: [["04:10"]],
    },
  });
  const details = figure.querySelector("details.data");
  assert.equal(details?.hasAttribute("open"), false);
  assert.equal(
    details?.querySelector("summary")?.textContent,
    "Data of this chart",
  );
  assert.equal(details?.querySelector("caption")?.textContent, "Data <of> one");
  assert.equal(read(FIGURE).querySelector("details"), null);
});

Deno.test("htmlBlock() of facts in a row has a shape before a severity", () => {
  const facts = read({
    kind: "facts",
    layout: "row",
    items: [
      { term: "Severity", value: "major", shape: "major" },
      { term: "Duration", value: "2 min" },
    ],
  });
  assert.equal(facts.className, "row");
  const [first, second] = facts.querySelectorAll("dd");
  assert.equal(first?.textContent?.trim(), "major");
  assert.equal(
    first?.querySelector("svg")?.getAttribute("class"),
    "severity major",
  );
  assert.equal(second?.querySelector("svg"), null);
});

Deno.test("htmlBlock() of a table has a shape before a severity", () => {
  const table = read({
    kind: "table",
    caption: "Incidents",
    columns: [{ title: "Severity", align: "left" }],
    rows: [[{ text: "critical", shape: "outage" }]],
  });
  const cell = table.querySelector("tbody th");
  assert.ok(cell?.querySelector("svg.outage"));
  assert.equal(cell?.querySelector("a"), null);
});

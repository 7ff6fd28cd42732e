import assert from "node:assert/strict";
import { markdownText } from "@lib/report/markdown/markdown_text.ts";
import {
  foreignParts,
  renderMarkdown,
  trackerSigns,
} from "../../../support/rendered_markdown.ts";

Deno.test("markdownText() leaves names of metrics, units and times as they are", () => {
  for (
    const text of [
      "sys-mem-free 1.4 GiB (0–42 /s)",
      "a_b_c",
      "< 0.1 %, R&D: 5 % of 04:13:40 UTC",
      "2026-03-01 11:05–11:18 UTC (2026-03-01 12:05+01:00)",
    ]
  ) {
    assert.equal(markdownText(text), text);
  }
});

Deno.test("markdownText() keeps hostile names out of HTML, tables and code", () => {
  assert.equal(markdownText("<img src=x>"), "&lt;img src=x>");
  assert.equal(
    markdownText("a|b `c` *d* _e_ [f](g)"),
    "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g)",
  );
  assert.equal(markdownText("&lt;"), "&amp;lt;");
  assert.equal(markdownText("__init__"), "\\_\\_init\\_\\_");
});

Deno.test("markdownText() is one line without mathematics and strokes", () => {
  assert.equal(markdownText("a\n\n# b"), "a # b");
  assert.equal(markdownText("$$c$$ ~~ "), "\\$\\$c\\$\\$ \\~\\~");
});

/** What each tracker would make more than text of. */
const SIGNS = [
  ...["@user", "a @org/team b", "me@here.example", "#12", "org/repo#12"],
  ...["!7", "$7", "&7", "~bug", '%"v 1"', "%v1", "GH-12"],
  ...["https://a.example/b", "www.a.example", "ftp://a.example"],
  ...[":smile:", ":+1:", ":100:", "a:flag-de:b"],
];

for (const sign of SIGNS) {
  Deno.test(`markdownText() parts what trackers read in ${sign}`, () => {
    const bare = renderMarkdown(`x ${sign.replace(/[~&]/, "\\$&")}`);
    const known = [...trackerSigns(bare), ...foreignParts(bare)];
    assert.notDeepEqual(known, [], "the test knows it");
    const document = renderMarkdown(`x ${markdownText(sign)}`);
    assert.deepEqual(trackerSigns(document), []);
    assert.deepEqual(foreignParts(document), []);
    assert.equal(
      document.body.textContent.replaceAll("\u2060", "").trim(),
      `x ${sign}`,
    );
  });
}

/** What Markdown reads at the start of a line, and some trackers. */
const STARTS = [
  ...["# a", "> a", "- a", "+ a", "* a", "1. a", "1) a", "---", "+++", "==="],
  ...["***", "~~~", "```", "    a", "[a]: b", "[^1]: b", "/close", ":::note"],
  ...["| a | b |", "<!-- a", "# a #", "{{ a }}", "1."],
];

for (const start of STARTS) {
  Deno.test(`markdownText() begins nothing by ${start}`, () => {
    for (const before of ["", "text\n\n", "- "]) {
      const document = renderMarkdown(`${before}${markdownText(start)}\n`);
      const item = document.querySelector("p:last-child, li");
      assert.equal(item?.textContent.trim(), start.trim());
      assert.equal(item?.children.length, 0, item?.outerHTML);
    }
    assert.doesNotMatch(markdownText(start), /^\/|\{\{/);
    const heading = renderMarkdown(`## ${markdownText(start)}\n`);
    assert.equal(heading.querySelector("h2")?.textContent, start.trim());
  });
}

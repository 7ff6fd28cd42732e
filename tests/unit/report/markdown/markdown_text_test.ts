import assert from "node:assert/strict";
import { markdownText } from "@lib/report/markdown/markdown_text.ts";

Deno.test("markdownText() leaves names of metrics and units as they are", () => {
  for (const text of ["sys-mem-free 1.4 GiB (0–42 /s)", "a_b_c", "#2: 5 %"]) {
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
});

Deno.test("markdownText() is one line without mathematics and strokes", () => {
  assert.equal(markdownText("a\n\n# b"), "a # b");
  assert.equal(markdownText("$$c$$ ~~d~~"), "\\$\\$c\\$\\$ \\~\\~d\\~\\~");
});

import assert from "node:assert/strict";
import { fc } from "../../../support/fast_check.ts";
import { JSDOM } from "jsdom";
import { htmlAttribute, htmlText } from "@lib/report/html/html_text.ts";

const CASES = [
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  [`"&'`, "&quot;&amp;&#39;"],
  ["&lt;", "&amp;lt;"],
  ["a\u0000b\u202Ec", "a b c"],
  ["312 MiB/s", "312\u00a0MiB/s"],
  ["32.7 /s", "32.7\u00a0/s"],
  ["3 signals", "3 signals"],
  ["4.0–21 MiB/s", '<span class="whole">4.0–21\u00a0MiB/s</span>'],
  ["cpu-user", '<span class="whole">cpu-user</span>'],
  ["● cpu", "●\u00a0cpu"],
  ["x-".repeat(40) + "y", "x-".repeat(40) + "y"],
  ["קצב 3", "<bdi>קצב</bdi> 3"],
] as const;

for (const [text, html] of CASES) {
  Deno.test(`htmlText() of ${JSON.stringify(text).slice(0, 40)}`, () => {
    assert.equal(htmlText(text), html);
  });
}

Deno.test("htmlText() never makes an element or an attribute out of a text", () => {
  const hostile = fc.array(
    fc.constantFrom(
      ..."<>&\"'/=- \n",
      "<script>",
      "</p>",
      "<!--",
      "-->",
      "]]>",
      "onload",
      "1",
      "a",
      "א",
      "\u202e",
    ),
  ).map((parts) => parts.join(""));
  const { document } = new JSDOM("").window;
  const box = document.createElement("div");
  fc.assert(fc.property(hostile, (text) => {
    box.innerHTML = `<p title="${htmlAttribute(text)}">${htmlText(text)}</p>`;
    const [paragraph] = box.children;
    assert.equal(box.children.length, 1);
    assert.deepEqual(paragraph?.getAttributeNames(), ["title"]);
    for (const element of paragraph?.querySelectorAll("*") ?? []) {
      assert.match(element.outerHTML, /^<(bdi|span class="whole")>/);
    }
    const shown = paragraph?.textContent?.replaceAll("\u00a0", " ");
    assert.equal(shown, paragraph?.getAttribute("title"));
    assert.equal(shown, text.replace(/[\n\u202e]+/g, " "));
  }));
});

import assert from "node:assert/strict";
import { inkText } from "@lib/report/figures/ink_text.ts";

const ascii = (codePoint: number) => codePoint < 128;

Deno.test("inkText() changes texts alone, and only what the font lacks", () => {
  const svg = `<svg aria-label="温度"><g data-name="é"><text>a &amp; b</text>` +
    `<text>温 &lt;b&gt;<tspan>é</tspan></text></g></svg>`;
  assert.equal(
    inkText(svg, ascii),
    `<svg aria-label="温度"><g data-name="é"><text>a &amp; b</text>` +
      `<text>□ &lt;b&gt;<tspan>□</tspan></text></g></svg>`,
  );
  assert.equal(inkText(svg, () => true), svg);
});

Deno.test("inkText() cannot be led out of its text", () => {
  const svg = "<text>温&lt;/text&gt;&amp;lt;script&gt;</text>";
  assert.equal(
    inkText(svg, ascii),
    "<text>□&lt;/text&gt;&amp;lt;script&gt;</text>",
  );
});

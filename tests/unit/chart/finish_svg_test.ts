import assert from "node:assert/strict";
import { finishSvg } from "@lib/chart/finish_svg.ts";
import { readSvg } from "../../support/read_svg.ts";

const DRAWN = `<svg xmlns="http://www.w3.org/2000/svg" class="plot-d6a7b5"
  role="graphics-document" style="font-size: 20px" viewBox="0 0 10 10"><style>svg{color:red}</style>
  <g aria-label="line" aria-hidden="true"/><path d="M1.23456,-7.891Z" transform="translate(0.5,12.3456)"/>
  <line x1="1.234" y1="5.678"></line><text transform="translate(0,0.3215em)">°</text>
  <text y="0.32em" x="3.14159">3.14159 cores</text></svg>`;

function finished(): Element {
  return readSvg(finishSvg(DRAWN, "CPU\nover time"));
}

Deno.test("finishSvg() leaves nothing that could collide on a page", () => {
  const svg = finished();
  assert.equal(svg.querySelector("style"), null);
  assert.equal(svg.getAttribute("class"), null);
  assert.equal(svg.getAttribute("style"), null);
});

Deno.test("finishSvg() labels the picture on one line", () => {
  const svg = finished();
  assert.equal(svg.getAttribute("role"), "img");
  assert.equal(svg.getAttribute("aria-label"), "CPU over time");
  const group = svg.querySelector("g");
  assert.deepEqual(group?.getAttributeNames(), ["data-part"]);
  assert.equal(group?.getAttribute("data-part"), "line");
});

Deno.test("finishSvg() rounds coordinates and nothing else", () => {
  const svg = finished();
  const path = svg.querySelector("path");
  assert.equal(path?.getAttribute("d"), "M1.2,-7.9Z");
  assert.equal(path?.getAttribute("transform"), "translate(0.5,12.35)");
  const line = svg.querySelector("line");
  assert.equal(line?.getAttribute("x1"), "1.23");
  assert.equal(line?.getAttribute("y1"), "5.68");
  const [degree, text] = svg.querySelectorAll("text");
  assert.equal(degree?.getAttribute("transform"), "translate(0,0.3215em)");
  assert.equal(text?.getAttribute("x"), "3.14");
  assert.equal(text?.getAttribute("y"), "0.32em");
  assert.equal(text?.textContent, "3.14159 cores");
});

Deno.test("finishSvg() writes as XML what HTML writes otherwise", () => {
  const html =
    `<svg><g aria-label="&lt;a"><text data-of="a<b>&quot;c&quot;">1&nbsp;%</text><g></g></g></svg>`;
  assert.equal(
    finishSvg(html, `<"R&D">`),
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="&lt;&quot;R&amp;D&quot;&gt;">` +
      `<g data-part="&lt;a"><text data-of="a&lt;b&gt;&quot;c&quot;">1\u00a0%</text><g/></g></svg>`,
  );
});

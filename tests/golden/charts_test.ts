import assert from "node:assert/strict";
import { chartSamples } from "../support/chart_samples.ts";
import { assertGolden } from "../support/golden.ts";
import { readSvg } from "../support/read_svg.ts";
import { sampleReportInput } from "../support/sample_report_input.ts";

/** What the PDF's drawing and every SVG reader can do. */
const ELEMENTS = ["svg", "g", "path", "line", "rect", "circle", "text", "tspan"];

Deno.test("every chart draws what it drew before", async (t) => {
  for (const [name, svg] of Object.entries(await chartSamples())) {
    await t.step(name, () => assertGolden(`charts/${name}.svg`, svg));
  }
});

Deno.test("every chart stands alone and keeps to plain SVG", async (t) => {
  const charts = await chartSamples(sampleReportInput({ names: "hostile" }));
  for (const [name, svg] of Object.entries(charts)) {
    await t.step(name, () => {
      const root = readSvg(svg);
      assert.equal(root.namespaceURI, "http://www.w3.org/2000/svg");
      assert.match(root.getAttribute("viewBox") ?? "", /^0 0 \d+(\.\d+)? \d+/);
      assert.equal(root.getAttribute("role"), "img");
      assert.notEqual(root.getAttribute("aria-label") ?? "", "");
      const all = [root, ...root.querySelectorAll("*")];
      const other = all.filter(({ localName }) => !ELEMENTS.includes(localName));
      assert.deepEqual(other.map(({ localName }) => localName), []);
      const attributes = new Set(all.flatMap((one) => one.getAttributeNames()));
      for (const banned of ["class", "style", "id", "clip-path", "href"]) {
        assert.ok(!attributes.has(banned), banned);
      }
      assert.ok(!svg.includes("NaN"), "a coordinate is NaN");
      assert.ok(!svg.includes("var("), "a style sheet's variable");
      assert.ok(svg.length < 40_000, `${svg.length} characters`);
    });
  }
});

Deno.test("charts show hostile names as text", async () => {
  const charts = await chartSamples(sampleReportInput({ names: "hostile" }));
  const texts = readSvg(charts["heatmap"]!).textContent ?? "";
  assert.ok(texts.includes(`<script>alert("cpu")</script>`), texts);
  assert.ok(texts.includes(`"&'<img src=x onerror=alert(1)>`), texts);
  const label = readSvg(charts["correlations"]!).getAttribute("aria-label");
  assert.equal(
    label,
    `Correlations of "&'<img src=x onerror=alert(1)> and others`,
  );
});

import assert from "node:assert/strict";
import { correlationChart } from "@lib/chart/correlation_chart.ts";
import { readSvg, svgTexts } from "../../support/read_svg.ts";

const cells = (
  svg: string,
) => [...readSvg(svg).querySelectorAll('g[data-part="cell"] rect')];

Deno.test("correlationChart() writes the larger values with their sign", async () => {
  const svg = await correlationChart({
    names: ["a", "b"],
    values: [1, -0.84, -0.84, 1],
  });
  const texts = svgTexts(svg);
  assert.equal(texts.filter((text) => text === "−.8").length, 2);
  assert.equal(texts.filter((text) => text === "1.0").length, 2);
  assert.equal(new Set(cells(svg).map((r) => r.getAttribute("fill"))).size, 2);
});

Deno.test("correlationChart() leaves out what is undefined", async () => {
  const svg = await correlationChart({
    names: ["a", "flat"],
    values: [1, NaN, NaN, NaN],
  });
  assert.equal(cells(svg).length, 1);
  assert.ok(!svg.includes("NaN"));
});

Deno.test("correlationChart() fits 40 metrics into the page's width", async () => {
  const names = Array.from({ length: 40 }, (_, i) => `metric number ${i}`);
  const svg = await correlationChart({
    names,
    values: new Float32Array(1600).fill(0.5),
  });
  assert.ok(Number(readSvg(svg).getAttribute("width")) <= 860);
});

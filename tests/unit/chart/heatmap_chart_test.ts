import assert from "node:assert/strict";
import { heatmapChart } from "@lib/chart/heatmap_chart.ts";
import { readSvg, svgTexts } from "../../support/read_svg.ts";

const CLOCK = { startMs: Date.UTC(2026, 2, 1), intervalMs: 60_000 };

async function tiles(errors: Float32Array): Promise<Element[]> {
  const svg = await heatmapChart({ ...CLOCK, rows: [{ name: "a", errors }] }, {
    range: { start: 0, end: errors.length },
  });
  return [...readSvg(svg).querySelectorAll('g[data-part="bar"] rect')];
}

Deno.test("heatmapChart() tells below from at and above the own threshold", async () => {
  const found = await tiles(Float32Array.of(0.99, 1, 7));
  const [below, at, far] = found;
  assert.equal(found.length, 3);
  assert.equal(below?.getAttribute("fill"), "currentColor");
  assert.notEqual(at?.getAttribute("fill"), "currentColor");
  assert.notEqual(at?.getAttribute("fill"), far?.getAttribute("fill"));
});

Deno.test("heatmapChart() shows a bin's largest error", async () => {
  const errors = new Float32Array(1200).fill(0.1);
  errors[605] = 9;
  const found = await tiles(errors);
  assert.equal(found.length, 3);
  assert.notEqual(found[1]?.getAttribute("fill"), "currentColor");
});

Deno.test("heatmapChart() draws what is missing as a thin line", async () => {
  const [present, missing] = await tiles(Float32Array.of(0.1, NaN));
  const height = (rect: Element | undefined) =>
    Number(rect?.getAttribute("height"));
  assert.ok(height(missing) < height(present) / 3);
});

Deno.test("heatmapChart() explains its colours", async () => {
  const errors = Float32Array.of(0.1, 2);
  const svg = await heatmapChart({ ...CLOCK, rows: [{ name: "a", errors }] }, {
    range: { start: 0, end: 2 },
    marked: [CLOCK.startMs],
  });
  const texts = svgTexts(svg);
  for (const label of ["below 0.5", "1–2 × own threshold", "no value"]) {
    assert.ok(texts.includes(label), texts.join("|"));
  }
  assert.ok(readSvg(svg).querySelector('[data-part="rule"]'));
});

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

const fillOf = (tile: Element | undefined) =>
  tile?.closest("[fill]")?.getAttribute("fill");

const heightOf = (tile: Element | undefined) =>
  Number(tile?.getAttribute("height"));

Deno.test("heatmapChart() tells below from at and above the own threshold", async () => {
  const found = await tiles(Float32Array.of(0.99, 1, 7));
  const [below, at, far] = found;
  assert.equal(found.length, 3);
  assert.equal(fillOf(below), "currentColor");
  assert.notEqual(fillOf(at), "currentColor");
  assert.notEqual(fillOf(at), fillOf(far));
});

Deno.test("heatmapChart() tells classes above the own threshold without colour too", async () => {
  const [at, beyond, far] = await tiles(Float32Array.of(1, 2, 7));
  assert.ok(heightOf(at) < heightOf(beyond));
  assert.ok(heightOf(beyond) < heightOf(far));
});

Deno.test("heatmapChart() shows a bin's largest error", async () => {
  const errors = new Float32Array(1200).fill(0.1);
  errors[605] = 9;
  const found = await tiles(errors);
  assert.equal(found.length, 3);
  const above = found.filter((tile) => fillOf(tile) !== "currentColor");
  assert.equal(above.length, 1);
});

Deno.test("heatmapChart() draws what is missing as a thin line", async () => {
  const [present, missing] = await tiles(Float32Array.of(0.1, NaN));
  assert.ok(heightOf(missing) < heightOf(present) / 3);
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

import assert from "node:assert/strict";
import { trendChart } from "@lib/chart/trend_chart.ts";
import { readSvg } from "../../support/read_svg.ts";

const SERIES = {
  name: "cpu-user",
  unit: "cores",
  startMs: 0,
  intervalMs: 1000,
  values: Float32Array.from({ length: 50_000 }, (_, t) => t === 33_333 ? 9 : 1),
};

Deno.test("trendChart() keeps one spike among 50,000 steps and stays small", async () => {
  const svg = await trendChart(SERIES);
  assert.ok(svg.length < 20_000, `${svg.length} characters`);
  const path = readSvg(svg).querySelector('g[data-part="line"] path');
  const heights = [...(path?.getAttribute("d") ?? "").matchAll(/,([\d.]+)/g)]
    .map(([, y]) => Number(y));
  const lowest = Math.max(...heights);
  assert.equal(heights.filter((y) => y < lowest - 50).length, 1);
});

Deno.test("trendChart() is labelled with its metric unless told otherwise", async () => {
  const label = async (options = {}) =>
    readSvg(await trendChart(SERIES, options)).getAttribute("aria-label");
  assert.equal(await label(), "cpu-user over time");
  assert.equal(await label({ label: "busy cores" }), "busy cores");
});

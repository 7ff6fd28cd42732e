import assert from "node:assert/strict";
import { loadPlot } from "@lib/chart/plot.ts";
import { trendPanel, type TrendPanelOptions } from "@lib/chart/trend_panel.ts";
import type { TrendSeries } from "@lib/chart/trend_series.ts";
import { readSvg, svgTexts } from "../../support/read_svg.ts";

const MIB = 2 ** 20;

const SERIES: TrendSeries = {
  name: "disk-bytes-written",
  unit: "bytes/s",
  startMs: Date.UTC(2026, 2, 1),
  intervalMs: 60_000,
  values: Float32Array.of(5, 6, NaN, 6, 40, 41).map((mib) => mib * MIB),
  expected: {
    center: new Float32Array(6).fill(6 * MIB),
    low: new Float32Array(6).fill(3 * MIB),
    high: new Float32Array(6).fill(9 * MIB),
    errors: Float32Array.of(0.3, 0, 2, 0, 11, 12),
  },
};

async function draw(
  series: TrendSeries,
  options: Partial<TrendPanelOptions> = {},
): Promise<string> {
  const runtime = await loadPlot();
  const panel = trendPanel(runtime, series, {
    range: { start: 0, end: 6 },
    incidents: [],
    height: 160,
    timeLabel: "shown",
    center: "shown",
    buckets: 100,
    ...options,
  });
  return runtime.toText(panel, "panel");
}

const count = (svg: string, selector: string) =>
  readSvg(svg).querySelectorAll(selector).length;

Deno.test("trendPanel() writes the name with the unit of its axis", async () => {
  const texts = svgTexts(await draw(SERIES));
  assert.ok(texts.includes("disk-bytes-written, MiB/s"), texts.join("|"));
  assert.ok(texts.includes("40"), texts.join("|"));
  assert.ok(texts.includes("time (UTC)"), texts.join("|"));
});

Deno.test("trendPanel() breaks the line where there is no value", async () => {
  const svg = await draw(SERIES, { center: "none" });
  const line = readSvg(svg).querySelector('g[data-part="line"] path');
  assert.equal(line?.getAttribute("d")?.match(/M/g)?.length, 2);
});

Deno.test("trendPanel() rings what is outside, but not what is missing", async () => {
  assert.equal(count(await draw(SERIES), "circle"), 2);
});

Deno.test("trendPanel() of a metric without a model is its line alone", async () => {
  const { expected: _, ...plain } = SERIES;
  const svg = await draw(plain);
  assert.equal(count(svg, "circle"), 0);
  assert.equal(count(svg, 'g[data-part="area"]'), 0);
  assert.equal(count(svg, 'g[data-part="line"]'), 1);
});

Deno.test("trendPanel() says when there is nothing to show", async () => {
  const { expected: _, ...plain } = SERIES;
  const svg = await draw({ ...plain, values: plain.values.map(() => NaN) });
  assert.ok(svgTexts(svg).includes("no value in this span"));
  assert.ok(!svg.includes("NaN"));
});

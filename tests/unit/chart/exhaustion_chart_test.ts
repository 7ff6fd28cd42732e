import assert from "node:assert/strict";
import { exhaustionChart } from "@lib/chart/exhaustion_chart.ts";
import type { Exhaustion } from "@lib/chart/exhaustion_lines.ts";
import { readSvg, svgTexts } from "../../support/read_svg.ts";

const HOUR = 3_600_000;
const nowMs = 6 * HOUR;
const series = {
  ...{ name: "memory", unit: "bytes", startMs: 0, intervalMs: 60_000 },
  values: Float32Array.from({ length: 361 }, (_, t) => (480 - t) * 2 ** 23),
};
const exhaustion: Exhaustion = {
  ...{ limit: 0, sinceMs: 0, nowMs, level: 120 * 2 ** 23 },
  ...{ exhaustedMs: 8 * HOUR, intervalMs: [7.5 * HOUR, 9 * HOUR] },
};
const draw = (change: Partial<Exhaustion> = {}) =>
  exhaustionChart(series, { ...exhaustion, ...change }, {
    label: "it runs out",
  });

Deno.test("exhaustionChart() names metric and unit, and where knowledge ends", async () => {
  const svg = await draw();
  const texts = svgTexts(svg);
  for (const text of ["memory, GiB", "known until here", "time (UTC)"]) {
    assert.ok(texts.includes(text), texts.join("|"));
  }
  assert.equal(readSvg(svg).getAttribute("aria-label"), "it runs out");
  assert.ok(!svg.includes("NaN") && !svg.includes("Infinity"));
});

Deno.test("exhaustionChart() tells measured and trend apart without colour", async () => {
  const lines = [
    ...readSvg(await draw()).querySelectorAll('g[data-part="line"]'),
  ];
  const dashes = lines.map((line) => line.getAttribute("stroke-dasharray"));
  assert.equal(new Set(dashes).size, 2);
});

Deno.test("exhaustionChart() does not go on to an end that is far away", async () => {
  const ticks = svgTexts(await draw({ intervalMs: [7 * HOUR, 900 * HOUR] }));
  assert.ok(ticks.some((text) => text.startsWith("08:00")));
  assert.ok(!ticks.some((text) => /Jan [3-9]|Feb/.test(text)), ticks.join("|"));
});

Deno.test("exhaustionChart() draws a ceiling, gaps and a name of any kind", async () => {
  const values = series.values.map((value, t) => t % 50 < 5 ? NaN : value);
  const svg = await exhaustionChart(
    { ...series, name: `]]></svg><script>alert(1)</script>`, values },
    { ...exhaustion, limit: 2 ** 33 },
    { label: "<img src=x>" },
  );
  readSvg(svg);
  assert.ok(!svg.includes("<script>") && !svg.includes("<img"));
  assert.ok(!svg.includes("NaN"));
});

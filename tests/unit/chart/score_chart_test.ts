import assert from "node:assert/strict";
import { scoreChart, scoreTicks } from "@lib/chart/score_chart.ts";
import { readSvg, svgTexts } from "../../support/read_svg.ts";

const CLOCK = { startMs: Date.UTC(2026, 2, 1), intervalMs: 60_000 };

function pathHeights(svg: string): number[] {
  const path = readSvg(svg).querySelector('g[data-part="line"] path');
  return [...(path?.getAttribute("d") ?? "").matchAll(/,([\d.]+)/g)]
    .map(([, y]) => Number(y));
}

Deno.test("scoreChart() names the threshold and the score's unit", async () => {
  const svg = await scoreChart({ ...CLOCK, score: Float32Array.of(0.5, 3) });
  const texts = svgTexts(svg);
  assert.ok(texts.includes("threshold"), texts.join("|"));
  assert.ok(texts.includes("score (× threshold)"), texts.join("|"));
  assert.ok(readSvg(svg).querySelector("[stroke-dasharray]"));
});

Deno.test("scoreChart() shows 0.5 and 800 on one axis", async () => {
  const score = Float32Array.of(0, 0.5, 1, 800);
  const svg = await scoreChart({ ...CLOCK, score });
  const [zero, half, one, peak] = pathHeights(svg);
  assert.ok(zero! - half! > 8, "0.5 is flat");
  assert.ok(half! - one! > 5, "1 is no higher than 0.5");
  assert.ok(one! - peak! > 120, "800 is no peak");
  assert.ok(
    svgTexts(svg).includes("score (× threshold), compressed above 1"),
  );
});

Deno.test("scoreChart() draws without any score", async () => {
  const svg = await scoreChart({ ...CLOCK, score: Float32Array.of(NaN, NaN) });
  assert.ok(!svg.includes("NaN"));
  assert.ok(svgTexts(svg).includes("threshold"));
});

Deno.test("scoreTicks() are round numbers up to the top", () => {
  assert.deepEqual(scoreTicks(12), [0, 1, 2, 5, 10]);
  assert.deepEqual(scoreTicks(12_000).slice(-3), [100, 1000, 10_000]);
});

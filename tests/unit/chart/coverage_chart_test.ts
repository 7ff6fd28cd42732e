import assert from "node:assert/strict";
import { coverageChart } from "@lib/chart/coverage_chart.ts";
import { readSvg, svgTexts } from "../../support/read_svg.ts";

async function heights(
  values: Float32Array,
  imputed: Uint8Array,
): Promise<number[]> {
  const svg = await coverageChart({
    startMs: 0,
    intervalMs: 1000,
    steps: values.length,
    names: ["cpu-user"],
    values,
    imputed,
  });
  return [...readSvg(svg).querySelectorAll('g[data-part="bar"] rect')]
    .map((rect) => Number(rect.getAttribute("height")));
}

Deno.test("coverageChart() draws three states in three heights", async () => {
  const found = await heights(
    Float32Array.of(1, 2, NaN),
    Uint8Array.of(0, 1, 0),
  );
  const [measured, filled, missing] = found;
  assert.equal(found.length, 3);
  assert.ok(measured! > filled! && filled! > missing! && missing! > 0);
});

Deno.test("coverageChart() lets one missing step show among 10,000", async () => {
  const values = new Float32Array(10_000).fill(1);
  values[5000] = NaN;
  assert.equal((await heights(values, new Uint8Array(10_000))).length, 3);
});

Deno.test("coverageChart() names the metrics and explains the bars", async () => {
  const svg = await coverageChart({
    startMs: 0,
    intervalMs: 1000,
    steps: 2,
    names: ["cpu-user", "<b>"],
    values: Float32Array.of(1, 1, 1, NaN),
    imputed: new Uint8Array(4),
  });
  const texts = svgTexts(svg);
  for (const text of ["cpu-user", "<b>", "measured", "filled in", "no value"]) {
    assert.ok(texts.includes(text), texts.join("|"));
  }
});

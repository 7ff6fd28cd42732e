import assert from "node:assert/strict";
import { lossChart } from "@lib/chart/loss_chart.ts";
import { readSvg, svgTexts } from "../../support/read_svg.ts";

const LOSSES = [
  { epoch: 1, fit: 0.1, stop: 0.2 },
  { epoch: 2, fit: 0.01, stop: 0.02 },
  { epoch: 3, fit: 0.008, stop: 0.03 },
];

Deno.test("lossChart() tells its two lines apart without colour", async () => {
  const svg = await lossChart(LOSSES, { bestEpoch: 2 });
  const texts = svgTexts(svg);
  for (const text of ["fit (solid)", "early stop (dashed)", "kept", "epoch"]) {
    assert.ok(texts.includes(text), texts.join("|"));
  }
  const lines = [...readSvg(svg).querySelectorAll('g[data-part="line"]')];
  const dashes = lines.map((line) => line.getAttribute("stroke-dasharray"));
  assert.equal(new Set(dashes).size, 2);
});

Deno.test("lossChart() has ticks on its logarithmic axis", async () => {
  const texts = svgTexts(await lossChart(LOSSES, { bestEpoch: 2 }));
  assert.ok(texts.includes("0.01") && texts.includes("0.1"), texts.join("|"));
});

Deno.test("lossChart() has a number at each tick", async () => {
  const falling = Array.from({ length: 9 }, (_, i) => (
    { epoch: i + 1, fit: 0.13 / (i + 1) ** 1.5, stop: 0.06 / (i + 1) }
  ));
  const wide = [
    { epoch: 1, fit: 0.9, stop: 0.8 },
    { epoch: 2, fit: 0.0012, stop: 0.02 },
  ];
  for (const losses of [falling, wide, LOSSES, LOSSES.slice(0, 2)]) {
    const svg = readSvg(await lossChart(losses, { bestEpoch: 2 }));
    const marks = (part: string, mark: string) => [
      ...svg.querySelectorAll(`[data-part="${part}"] ${mark}`),
    ];
    for (const axis of ["x-axis", "y-axis"]) {
      const ticks = marks(`${axis} tick`, "path").length;
      assert.ok(ticks >= 2, `${axis}: ${ticks}`);
      const numbers = marks(`${axis} tick label`, "text")
        .filter(({ textContent }) => /\d/.test(textContent ?? ""));
      assert.equal(numbers.length, ticks, axis);
    }
  }
});

Deno.test("lossChart() draws a training of one epoch", async () => {
  const svg = await lossChart(LOSSES.slice(0, 1), { bestEpoch: 1 });
  assert.ok(!svg.includes("NaN"));
});

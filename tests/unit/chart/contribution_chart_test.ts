import assert from "node:assert/strict";
import { contributionChart } from "@lib/chart/contribution_chart.ts";
import { readSvg, svgTexts } from "../../support/read_svg.ts";

const bar = (feature: string, share: number, isCause = false) => ({
  feature,
  share,
  isCause,
});

Deno.test("contributionChart() marks causes by a sign too, not by colour alone", async () => {
  const svg = await contributionChart([bar("a", 0.9, true), bar("b", 0.1)]);
  const texts = svgTexts(svg);
  assert.ok(texts.includes("● a"), texts.join("|"));
  assert.ok(texts.includes("b"), texts.join("|"));
  assert.ok(texts.includes("90 %") && texts.includes("10 %"), texts.join("|"));
});

Deno.test("contributionChart() sums up what is beyond the ten or tiny", async () => {
  const many = Array.from({ length: 12 }, (_, i) => bar(`m${i}`, 0.08));
  const texts = svgTexts(await contributionChart([...many, bar("tiny", 0.04)]));
  assert.ok(texts.includes("other 3"), texts.join("|"));
  assert.ok(texts.includes("20 %"), texts.join("|"));
  assert.ok(!texts.includes("m10"));
});

Deno.test("contributionChart() never hides a cause among the tiny", async () => {
  const texts = svgTexts(
    await contributionChart([bar("big", 0.998), bar("small", 0.002, true)]),
  );
  assert.ok(texts.includes("● small"), texts.join("|"));
  assert.ok(texts.includes("0.2 %"), texts.join("|"));
});

Deno.test("contributionChart() has room for the value of the longest bar", async () => {
  const svg = await contributionChart([bar("x".repeat(500), 1, true)]);
  const root = readSvg(svg);
  const rect = root.querySelector("rect")!;
  const end = Number(rect.getAttribute("x")) +
    Number(rect.getAttribute("width"));
  assert.ok(
    end + 5 + 6.8 * "100 %".length <= Number(root.getAttribute("width")),
  );
});

Deno.test("contributionChart() keeps features of the same name apart", async () => {
  const svg = await contributionChart([bar("same", 0.6), bar("same", 0.4)]);
  assert.equal(readSvg(svg).querySelectorAll("rect").length, 2);
});

for (const width of [424, 860]) {
  for (const share of [0.007, 0.05, 0.18, 0.59, 0.75, 1]) {
    Deno.test(`contributionChart() of ${width} units has an axis that holds a share of ${share}`, async () => {
      const svg = readSvg(
        await contributionChart([bar("a", share)], { width }),
      );
      const ticks = [
        ...svg.querySelectorAll("[data-part='x-axis tick label'] text"),
      ]
        .flatMap((text) => /^(\d+) %$/.exec(text.textContent ?? "")?.[1] ?? [])
        .map(Number);
      assert.ok((ticks.at(-1) ?? 0) >= 100 * share, ticks.join(", "));
      assert.ok(ticks.length >= 2 && ticks.length <= 6, ticks.join(", "));
    });
  }
}

import assert from "node:assert/strict";
import { actualExpectedChart } from "@lib/chart/actual_expected_chart.ts";
import { readSvg, svgTexts } from "../../support/read_svg.ts";

const SERIES = {
  startMs: Date.UTC(2026, 2, 1),
  intervalMs: 60_000,
  values: Float32Array.of(1, 2, 3, 4),
};

Deno.test("actualExpectedChart() gives each metric its own axis and unit", async () => {
  const svg = await actualExpectedChart([
    { ...SERIES, name: "cpu-user", unit: "cores" },
    {
      ...SERIES,
      name: "sys-mem-free",
      unit: "bytes",
      values: SERIES.values.map((value) => value * 2 ** 30),
    },
  ], { range: { start: 0, end: 4 }, incidents: [], label: "both" });
  const texts = svgTexts(svg);
  assert.ok(texts.includes("cpu-user, cores"), texts.join("|"));
  assert.ok(texts.includes("sys-mem-free, GiB"), texts.join("|"));
  assert.equal(texts.filter((text) => text === "time (UTC)").length, 1);
  assert.equal(readSvg(svg).getAttribute("aria-label"), "both");
  assert.deepEqual(
    [...readSvg(svg).querySelectorAll("[data-metric]")].map((panel) =>
      panel.getAttribute("data-metric")
    ),
    ["cpu-user", "sys-mem-free"],
  );
});

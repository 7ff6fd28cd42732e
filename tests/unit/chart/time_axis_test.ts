import assert from "node:assert/strict";
import { loadPlot } from "@lib/chart/plot.ts";
import { timeAxis } from "@lib/chart/time_axis.ts";
import { svgTexts } from "../../support/read_svg.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 1, 28, 22);

Deno.test("timeAxis() names its zone", async () => {
  const runtime = await loadPlot();
  const domain = [START, START + DAY] as const;
  const svg = runtime.Plot.plot({
    document: runtime.document,
    x: { type: "utc", domain },
    marks: [timeAxis(runtime, { domain, length: 600 })],
  });
  const texts = svgTexts(runtime.toText(svg, "axis"));
  assert.ok(texts.includes("time (UTC)"), texts.join("|"));
  assert.ok(texts.includes("00:00 Mar 1"), texts.join("|"));
});

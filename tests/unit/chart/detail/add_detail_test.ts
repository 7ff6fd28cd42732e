import assert from "node:assert/strict";
import { withoutDetail } from "@lib/chart/detail/add_detail.ts";
import { trendChart } from "@lib/chart/trend_chart.ts";
import { readSvg } from "../../../support/read_svg.ts";

const SERIES = {
  name: ` data-detail="line" data-step="9"`,
  unit: "1",
  startMs: Date.UTC(2026, 2, 1),
  intervalMs: 60_000,
  values: Float32Array.of(1, 2, 3),
};
const detail = {
  stepMs: 60_000,
  parts: { measured: "line 9 a b c", expected: "band 1 9 a b c", dot: "" },
};

Deno.test("addDetail() writes what is kept beside what was drawn", async () => {
  const chart = readSvg(await trendChart(SERIES, { detail }));
  assert.equal(chart.getAttribute("data-step"), "60000");
  const kept = [...chart.querySelectorAll("[data-detail]")];
  assert.deepEqual(
    kept.map((part) => [
      part.getAttribute("data-part"),
      part.getAttribute("data-detail"),
    ]),
    [["measured", "line 9 a b c"]],
    "neither band nor rings were drawn",
  );
});

Deno.test("addDetail() writes nothing of what is not kept, so that a zoom moves it", async () => {
  const none = { ...detail, parts: { measured: "", expected: "", dot: "" } };
  assert.equal(
    await trendChart(SERIES, { detail: none }),
    await trendChart(SERIES),
  );
});

Deno.test("withoutDetail() gives the chart as it is without, whatever its texts say", async () => {
  const svg = withoutDetail(await trendChart(SERIES, { detail }));
  assert.equal(svg, await trendChart(SERIES));
  assert.ok(readSvg(svg).textContent?.includes(SERIES.name));
});

import assert from "node:assert/strict";
import { chartAxis } from "@lib/chart/script/chart_axis.ts";
import { drawDetail } from "@lib/chart/script/draw_detail.ts";
import { drawRange } from "@lib/chart/script/draw_range.ts";
import { trendChart } from "@lib/chart/trend_chart.ts";
import type { TrendSeries } from "@lib/chart/trend_series.ts";
import { trendDetails } from "@lib/report/detail/trend_details.ts";
import { fc } from "../../../support/fast_check.ts";
import { readSvg } from "../../../support/read_svg.ts";
import { uniform } from "../../../support/sample_series.ts";

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 1);
const STEPS = 20_000;
const next = uniform(11);
const values = Float32Array.from({ length: STEPS }, () => next());
values[9000] = 5;
values[9010] = NaN;
values[9011] = 0.25;
values[9012] = NaN;
const center = values.map((_, t) => t < 100 ? NaN : 0.5);
const series: TrendSeries = {
  name: "load-1m",
  unit: "1",
  startMs: START,
  intervalMs: MINUTE,
  values,
  expected: {
    center,
    low: center.map((value) => value - 0.5),
    high: center.map((value, t) => value + 0.6 + t / STEPS),
    errors: values.map((value, t) => value > 4 || t === 9011 ? 2 : 0),
  },
};
const detailed = readSvg(
  await trendChart(series, { detail: trendDetails([series])[0] }),
);

/** Draws steps of the chart, the last included. */
function drawn(from: number, to: number): Element {
  const chart = detailed.ownerDocument.importNode(detailed, true);
  const range = [START + from * MINUTE, START + to * MINUTE] as const;
  drawRange(chart, { range, id: "zoom", drawDetail });
  return chart;
}

/** Steps and values of a path's corners, read off as a reader does. */
function cornersOf(chart: Element, part: string): [number, number][] {
  const [x, y] = [chartAxis(chart), chartAxis(chart, "data-y")];
  const path = chart.querySelector(`[data-part="${part}"]`)?.getAttribute("d");
  return [...(path ?? "").matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((
    [, place, height],
  ) => [
    (x.valueAt(Number(place)) - START) / MINUTE,
    y.valueAt(Number(height)),
  ]);
}

/** Half a level of a thousand and half a hundredth of a unit, of 0 to about 5. */
const NEAR = 0.01;

Deno.test("drawDetail() draws every step of a short range where and as high as it is", () => {
  const from = fc.integer({ min: 0, max: STEPS - 300 });
  const length = fc.integer({ min: 2, max: 299 });
  fc.assert(
    fc.property(from, length, (start, steps) => {
      const corners = cornersOf(drawn(start, start + steps), "measured");
      const seen = corners.filter(([step]) =>
        step > start - 0.1 && step < start + steps + 0.1
      );
      const expected = Array.from({ length: steps + 1 }, (_, i) => start + i)
        .filter((step) => !Number.isNaN(values[step]!));
      assert.deepEqual(seen.map(([step]) => Math.round(step)), expected);
      for (const [i, [step, value]] of seen.entries()) {
        assert.ok(Math.abs(step - expected[i]!) < 0.01, `${step}`);
        assert.ok(Math.abs(value - values[expected[i]!]!) < NEAR, `${value}`);
      }
    }),
    { numRuns: 25 },
  );
});

Deno.test("drawDetail() of a long range loses no spike", () => {
  for (const [from, to] of [[3000, 19_000], [0, 15_000], [8990, 9900]]) {
    const corners = cornersOf(drawn(from!, to!), "measured");
    assert.ok(corners.length < 1600, `${corners.length} corners`);
    const spike = corners.filter(([, value]) => value > 4);
    assert.equal(spike.length, 1);
    assert.ok(Math.abs(spike[0]![0] - 9000) < (to! - from!) / 30_000);
  }
});

Deno.test("drawDetail() breaks the line at gaps and shows a value between two", () => {
  const path = drawn(9000, 9020).querySelector('[data-part="measured"]')
    ?.getAttribute("d") ?? "";
  const [before = "", between = "", after = ""] = path.split(/(?=M)/);
  assert.equal(before.split("L").length, 11, "one over the frame's end");
  assert.match(between, /^M[\d.]+,[\d.]+Z$/);
  assert.ok(after.split("L").length > 7);
});

Deno.test("drawDetail() draws the band that was expected, from where there is one", () => {
  const corners = cornersOf(drawn(50, 200), "expected");
  const steps = corners.map(([step]) => Math.round(step));
  assert.equal(Math.min(...steps), 100);
  for (const [step, value] of corners) {
    const t = Math.round(step);
    const edges = [series.expected!.low[t]!, series.expected!.high[t]!];
    assert.ok(edges.some((edge) => Math.abs(edge - value) < NEAR), `${value}`);
  }
});

Deno.test("drawDetail() lets an edge that steps share stay for all of them", async () => {
  const [detail] = trendDetails([series], { bands: 2500 });
  const every = Number(detail?.parts["expected"]?.split(" ")[1]);
  assert.ok(every > 1, "there is no room for each step's");
  const chart = readSvg(await trendChart(series, { detail }));
  const range = [START + 9000 * MINUTE, START + 9100 * MINUTE] as const;
  drawRange(chart, { range, id: "zoom", drawDetail });
  const steps = cornersOf(chart, "expected").map(([step]) => Math.round(step));
  assert.ok(steps.length > 2 * 100 / every);
  for (const step of steps) {
    assert.ok([0, every - 1].includes(step % every), `${step} of ${every}`);
  }
  assert.ok(Math.min(...steps) <= 9000 && Math.max(...steps) >= 9100);
});

Deno.test("drawDetail() rings every step outside, on the line", () => {
  const chart = drawn(8995, 9015);
  const rings = [...chart.querySelectorAll("circle")];
  const x = chartAxis(chart);
  const steps = rings.map((ring) =>
    (x.valueAt(Number(ring.getAttribute("cx"))) - START) / MINUTE
  );
  assert.deepEqual(steps.map(Math.round), [9000, 9011]);
  assert.equal(drawn(9001, 9005).querySelectorAll("circle").length, 0);
  const far = drawn(0, 15_000).querySelectorAll("circle");
  assert.equal(far.length, 1, "two would lie on each other");
});

Deno.test("drawDetail() leaves texts, ticks and shades to drawRange()", () => {
  const chart = drawn(9000, 9060);
  const ticks = chart.querySelectorAll('[data-part="x-axis tick label"] text');
  assert.ok(ticks.length > 4);
  assert.equal(chart.querySelectorAll("clipPath").length, 1);
});

import assert from "node:assert/strict";
import { chartAxis } from "@lib/chart/script/chart_axis.ts";
import { drawRange } from "@lib/chart/script/draw_range.ts";
import { timeTicks } from "@lib/chart/time_ticks.ts";
import { chartSamples } from "../../../support/chart_samples.ts";
import { fc } from "../../../support/fast_check.ts";
import { readSvg, svgTexts } from "../../../support/read_svg.ts";

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 1, 6);
const samples = await chartSamples();

/** A minute a unit, from 10 to 110. */
const AXIS = `data-x="utc ${START} ${START + 100 * MINUTE} 10 110 1"`;

/** Draws minutes of a chart. */
function drawn(svg: string, [from, to]: readonly [number, number]): Element {
  const chart = readSvg(svg);
  const range = [START + from * MINUTE, START + to * MINUTE] as const;
  drawRange(chart, { range, id: "zoom" });
  return chart;
}

const panel = (parts: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${AXIS}>${parts}</svg>`;

Deno.test("drawRange() moves what is drawn and leaves heights and sizes", () => {
  // Minutes 20 to 70 fill the frame: twice as wide, 30 comes to 10.
  const cases = [
    [
      '<path d="M30,5L60,7.5Z" stroke-width="1.2"/>',
      '<path d="M10,5L70,7.5Z" stroke-width="1.2"/>',
    ],
    ['<path d="M10,5M110,7"/>', '<path d="M-30,5M170,7"/>'],
    [
      '<rect x="40" y="3" width="10.5" height="2"/>',
      '<rect x="30" y="3" width="21.00" height="2"/>',
    ],
    [
      '<line x1="60" x2="60" y1="1" y2="9"/>',
      '<line x1="70" x2="70" y1="1" y2="9"/>',
    ],
    ['<circle cx="55" cy="4" r="2.6"/>', '<circle cx="60" cy="4" r="2.6"/>'],
    [
      '<path transform="translate(60,4)" d="M0,0L0,4"/>',
      '<path transform="translate(70,4)" d="M0,0L0,4"/>',
    ],
  ];
  for (const [before = "", after] of cases) {
    const chart = drawn(panel(`<g data-part="mark">${before}</g>`), [20, 70]);
    const group = chart.querySelector("[data-part]");
    assert.equal(group?.innerHTML.replace(/ xmlns="[^"]*"/, ""), after);
    const clip = group?.parentElement?.getAttribute("clip-path");
    assert.equal(clip, "url(#zoom-0)");
    const frame = chart.querySelector("#zoom-0 rect");
    assert.deepEqual(
      ["x", "width"].map((name) => frame?.getAttribute(name)),
      ["10", "100"],
    );
  }
});

Deno.test("drawRange() says what is shown and what was drawn", () => {
  const chart = drawn(panel(""), [20, 130]);
  const [from, to] = [START + 20 * MINUTE, START + 100 * MINUTE];
  assert.equal(chart.getAttribute("data-x"), `utc ${from} ${to} 10 110 1`);
  assert.ok(panel("").includes(`"${chart.getAttribute("data-whole-x")}"`));
});

Deno.test("drawRange() leaves a chart that has nothing to show of the range", () => {
  const ranges = [[0, 100], [-5, 200], [100, 150], [-9, 0], [50, 57], [
    96,
    120,
  ]];
  for (const [from = 0, to = 0] of ranges) {
    const svg = panel('<g data-part="line"><path d="M10,5L60,7"/></g>');
    assert.equal(drawn(svg, [from, to]).outerHTML, readSvg(svg).outerHTML);
  }
  for (const name of ["loss", "contributions", "correlations"]) {
    const chart = drawn(samples[name]!, [100, 200]);
    assert.equal(chart.outerHTML, readSvg(samples[name]!).outerHTML, name);
  }
});

Deno.test("drawRange() gives each panel of a stack the same ticks, in UTC", () => {
  const [from, to] = [450, 480];
  const chart = drawn(samples.actual_expected!, [from, to]);
  const labels = ["13:30 Mar 1", "13:35", "13:40", "13:45", "13:50", "13:55"];
  const groups = [...chart.querySelectorAll('[data-part$="tick label"]')]
    .filter((group) => group.getAttribute("data-part") === "x-axis tick label");
  assert.equal(groups.length, 3);
  for (const group of groups) {
    assert.deepEqual(svgTexts(group.outerHTML), [...labels, "14:00"]);
  }
  const ids = [...chart.querySelectorAll("[id]")].map(({ id }) => id);
  assert.deepEqual(ids, ["zoom-0", "zoom-1", "zoom-2"]);
});

Deno.test("drawRange() puts a tick where its time is", () => {
  const chart = drawn(samples.trend!, [200, 260]);
  const axis = chartAxis(chart);
  const ticks = timeTicks([axis.low, axis.high], 10).map(({ ms }) => ms);
  const groups = chart.querySelectorAll('[data-part^="x-axis tick"]');
  assert.equal(groups.length, 2);
  for (const group of groups) {
    const times = [...group.children].map((tick) =>
      axis.valueAt(Number(/\((.+),/.exec(tick.getAttribute("transform")!)?.[1]))
    );
    assert.equal(times.length, ticks.length);
    // A hundredth of a unit of an hour on 782.
    times.forEach((ms, t) => assert.ok(Math.abs(ms - ticks[t]!) < 50, `${ms}`));
  }
});

Deno.test("drawRange() keeps texts of the frame and drops those that leave it", () => {
  const legends: readonly (readonly [string, readonly string[]])[] = [
    ["coverage", ["measured", "filled in", "no value", "time (UTC)"]],
    ["heatmap", ["below 0.5", "5 and above", "no value", "cpu-user"]],
    ["trend_empty", ["no value in this span"]],
    ["score", ["threshold", "score (× threshold)"]],
  ];
  for (const [name, texts] of legends) {
    const chart = drawn(samples[name]!, [360, 420]);
    const before = readSvg(samples[name]!);
    for (const text of texts) {
      assert.equal(placeOf(chart, text), placeOf(before, text), text);
    }
    const swatches = (svg: Element) =>
      [...svg.children].filter(({ localName }) => localName === "rect")
        .map(({ outerHTML }) => outerHTML);
    assert.deepEqual(swatches(chart), swatches(before), name);
  }
  // The second of four incidents is in the range.
  const chart = drawn(samples.trend!, [280, 340]);
  const numbers = svgTexts(chart.outerHTML).filter((text) =>
    ["1", "2", "3", "4 (outage)"].includes(text)
  );
  assert.deepEqual(numbers, ["2"]);
  // It was at 397.34 of 58 to 840 for 719 minutes: minute 312.0019, now at
  // 58 + 32.0019 / 60 × 782.
  assert.equal(placeOf(chart, "2"), "translate(475.09,34)");
});

Deno.test("drawRange() moves every corner to the place of its own time", () => {
  const whole = readSvg(samples.trend!);
  const path = (svg: Element) =>
    [...svg.querySelector('[data-part="measured"]')!.getAttribute("d")!
      .matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) =>
        [+x!, +y!] as const
      );
  const corners = path(whole);
  const minute = fc.integer({ min: 0, max: 719 });
  fc.assert(
    fc.property(minute, fc.integer({ min: 9, max: 400 }), (from, long) => {
      const chart = drawn(samples.trend!, [from, from + long]);
      const axis = chartAxis(chart);
      for (const [i, [x, y]] of path(chart).entries()) {
        assert.equal(y, corners[i]![1]);
        const ms = chartAxis(whole).valueAt(corners[i]![0]);
        assert.ok(Math.abs(axis.placeOf(ms) - x) <= 0.0051, `${x}`);
      }
    }),
    { numRuns: 20 },
  );
});

function placeOf(svg: Element, text: string): string | null {
  const found = [...svg.querySelectorAll("text")]
    .find(({ textContent }) => textContent === text);
  assert.ok(found, text);
  return found.getAttribute("transform");
}

import assert from "node:assert/strict";
import { onsetChart, type OnsetRow } from "@lib/chart/onset_chart.ts";
import { readSvg, svgTexts } from "../../support/read_svg.ts";

const row = (name: string, seconds: number): OnsetRow => (
  { name, afterMs: 1000 * seconds }
);

async function drawn(rows: readonly OnsetRow[], alarmSeconds: number) {
  return readSvg(await onsetChart(rows, { alarmMs: 1000 * alarmSeconds }));
}

const xs = (svg: Element, mark: string, attribute: string) =>
  [...svg.querySelectorAll(mark)].map((one) =>
    Number(one.getAttribute(attribute))
  );

Deno.test("onsetChart() places a dot a signal, in order of onset", async () => {
  const svg = await drawn([row("a", 0), row("b", 20), row("c", 40)], 30);
  const dots = [...svg.querySelectorAll("[data-part='dot'] circle")];
  const [first = 0, second = 0, third = 0] = dots.map((dot) =>
    Number(dot.getAttribute("cx"))
  );
  assert.equal(dots.length, 3);
  assert.ok(Math.abs((second - first) - (third - second)) < 0.1);
  assert.match(svg.textContent ?? "", /first.*\+20 s.*\+40 s/);
});

Deno.test("onsetChart() draws a lead time for what came before the alarm only", async () => {
  const svg = await drawn([row("a", 0), row("b", 20), row("c", 40)], 20);
  const leads = svg.querySelectorAll("[data-part='rule'] line[y1]");
  const flat = [...leads].filter((line) =>
    line.getAttribute("y1") === line.getAttribute("y2")
  );
  assert.equal(flat.length, 1);
});

const UNITS: readonly (readonly [number, string])[] = [
  [5, "s"],
  [119, "s"],
  [120, "min"],
  [7200, "h"],
  [200_000, "days"],
];

for (const [seconds, unit] of UNITS) {
  Deno.test(`onsetChart() over ${seconds} s has an axis in ${unit}`, async () => {
    const svg = await drawn([row("a", 0), row("b", seconds)], 1);
    assert.match(
      svg.textContent ?? "",
      new RegExp(`time from the first deviation \\(${unit}\\)`),
    );
  });
}

const SPANS: readonly (readonly [readonly number[], readonly string[]])[] = [
  [[15, 135], ["+15 s", "+135 s"]],
  [[60, 180], ["+1 min", "+3 min"]],
  [[5, 4000], ["+0.1 min", "+66.7 min"]],
  [[300, 4200], ["+5 min", "+70 min"]],
];

for (const [seconds, told] of SPANS) {
  Deno.test(`onsetChart() tells ${seconds.join(" s and ")} s in the unit of its axis`, async () => {
    const rows = [0, ...seconds].map((after, i) => row(`m${i}`, after));
    const texts = svgTexts(await onsetChart(rows, { alarmMs: 5000 }));
    const unit = told[0]?.split(" ")[1];
    assert.ok(texts.includes(`time from the first deviation (${unit})`));
    assert.deepEqual(texts.filter((text) => text.startsWith("+")), told);
  });
}

Deno.test("onsetChart() draws an alarm that came before every signal, and all at one step", async () => {
  for (
    const [rows, alarm] of [[[row("a", 0)], -30], [[row("a", 0)], 0]] as const
  ) {
    const svg = await drawn(rows, alarm);
    assert.ok(xs(svg, "circle", "cx").every(Number.isFinite));
    assert.match(svg.textContent ?? "", /alarm/);
  }
});

Deno.test("onsetChart() draws ten signals at most", async () => {
  const rows = Array.from({ length: 30 }, (_, i) => row(`m${i}`, i));
  const svg = await drawn(rows, 3);
  assert.equal(svg.querySelectorAll("circle").length, 10);
});

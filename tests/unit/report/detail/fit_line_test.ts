import assert from "node:assert/strict";
import { heightsOf } from "@lib/chart/detail/levels.ts";
import { decodeLine, keptSteps } from "@lib/chart/detail/line_detail.ts";
import { fitLine } from "@lib/report/detail/fit_line.ts";
import { uniform } from "../../../support/sample_series.ts";

const heightOf = heightsOf([0, 1]);
const next = uniform(3);
const NOISE = Float32Array.from({ length: 20_000 }, () => next() / 3);
NOISE[12_345] = 0.9;
NOISE[777] = NaN;

const text = (most?: number) => fitLine(NOISE, { heightOf, most });
const lineOf = (detail: string) => decodeLine(detail.replace("line ", ""));

Deno.test("fitLine() keeps all, to a tenth of a chart unit, where there is room", () => {
  assert.match(text(), /^line 1000 /);
  assert.equal(lineOf(text()).steps.length, NOISE.length);
});

Deno.test("fitLine() takes coarser heights before it leaves steps out", () => {
  const finest = text().length;
  const detail = text(finest - 5000);
  assert.match(detail, /^line (500|250) /);
  assert.ok(detail.length <= finest - 5000);
  assert.equal(lineOf(detail).steps.length, NOISE.length);
});

for (const most of [15_000, 4000, 300]) {
  Deno.test(`fitLine() into ${most} characters loses neither the spike nor the gap`, () => {
    const detail = text(most);
    assert.ok(detail.length > 0 && detail.length <= most, `${detail.length}`);
    const { steps, heights } = lineOf(detail);
    assert.equal(keptSteps(detail.replace("line ", "")), steps.length);
    const spike = heights[steps.indexOf(12_345)] ?? 0;
    assert.ok(Math.abs(spike - 0.9) < 0.005, `${spike}`);
    assert.ok(Number.isNaN(heights[steps.indexOf(777)]));
  });
}

Deno.test("fitLine() is empty where nothing fits, and never a line without a point", () => {
  assert.equal(text(3), "");
  for (let most = 4; most < 80; most++) {
    const detail = text(most);
    assert.ok(detail === "" || lineOf(detail).steps.length > 0, detail);
  }
});

Deno.test("fitLine() of very many steps keeps a part of them", () => {
  const values = new Float32Array(400_000);
  values[333_333] = 1;
  const { steps, heights } = lineOf(fitLine(values, { heightOf }));
  assert.ok(steps.length < 70_000);
  assert.equal(heights[steps.indexOf(333_333)], 1);
});

import assert from "node:assert/strict";
import { excessOver, fitUsualRange } from "@lib/detect/usual_range.ts";

Deno.test("fitUsualRange() leaves out the lowest and the highest hundredth", () => {
  // numpy.quantile([*range(1000), 1e6], [.01, .99]) → 10.0, 990.0
  const values = [...Array.from({ length: 1000 }, (_, i) => i), 1e6];
  const { low, high } = fitUsualRange(values);
  assert.deepEqual([low, high], [10, 990]);
});

Deno.test("fitUsualRange() keeps a floor under features that hardly ever move", () => {
  const values = Array.from({ length: 1000 }, (_, i) => i === 500 ? 40 : 0);
  const usual = fitUsualRange(values);
  assert.deepEqual(usual, { low: 0, high: 0, width: 2 });
  assert.equal(excessOver(40, usual), 20);
});

Deno.test("fitUsualRange() raises that floor where more than the values was seen", () => {
  const values = Array.from({ length: 1000 }, (_, i) => i === 500 ? 40 : 0);
  const usual = fitUsualRange(values, { reach: 3 });
  assert.deepEqual(usual, { low: 0, high: 0, width: 6 });
  const wide = Array.from({ length: 101 }, (_, i) => i);
  assert.deepEqual(fitUsualRange(wide, { reach: 3 }), fitUsualRange(wide));
});

Deno.test("fitUsualRange() gives a constant feature a width", () => {
  assert.deepEqual(fitUsualRange([7, 7]), { low: 7, high: 7, width: 1 });
});

Deno.test("fitUsualRange() passes over what was not measured", () => {
  assert.deepEqual(fitUsualRange([NaN, NaN]), { low: 0, high: 0, width: 1 });
  assert.equal(fitUsualRange([NaN, 3, 3, NaN]).low, 3);
});

Deno.test("excessOver() is 0 on the range's ends", () => {
  const range = { low: -1, high: 3, width: 4 };
  assert.deepEqual([-1, 3, -3, 5].map((x) => excessOver(x, range)), [
    0,
    0,
    0.5,
    0.5,
  ]);
});

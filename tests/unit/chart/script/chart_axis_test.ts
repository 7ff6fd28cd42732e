import assert from "node:assert/strict";
import { chartAxis } from "@lib/chart/script/chart_axis.ts";
import { loadPlot } from "@lib/chart/plot.ts";
import { addReadout } from "@lib/chart/readout.ts";

const { Plot, document } = await loadPlot();

/** The axis that is read back, beside Plot's own scale. */
function axes(options: import("@observablehq/plot").ScaleOptions) {
  const panel = Plot.plot({
    ...{ document, width: 640, margin: 20, x: options },
    marks: [Plot.ruleX([1])],
  });
  addReadout(panel);
  return { axis: chartAxis(panel), scale: panel.scale("x") };
}

const DAY = Date.UTC(2026, 2, 1);

const CASES = [
  { type: "linear", domain: [-3, 9], at: [-3, 0, 8.5] },
  { type: "log", domain: [0.01, 100], at: [0.01, 0.3, 100] },
  { type: "symlog", domain: [-5, 800], at: [-5, 0, 0.4, 700] },
  { type: "utc", domain: [DAY, DAY + 86_400_000], at: [DAY, DAY + 1234] },
] as const;

for (const { type, domain, at } of CASES) {
  Deno.test(`chartAxis() places values of a ${type} axis as Plot does`, () => {
    const { axis, scale } = axes({ type, domain });
    assert.equal(axis.isTime, type === "utc");
    assert.deepEqual([axis.low, axis.high], domain);
    assert.deepEqual([axis.from, axis.to], [20, 620]);
    for (const value of at) {
      const place = axis.placeOf(value);
      assert.ok(Math.abs(place - scale?.apply(value)) < 1e-6, `${value}`);
      const back = axis.valueAt(place);
      assert.ok(
        Math.abs(back - value) <= 1e-9 * Math.abs(domain[1]),
        `${back}`,
      );
    }
  });
}

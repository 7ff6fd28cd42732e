import assert from "node:assert/strict";
import { loadPlot } from "@lib/chart/plot.ts";
import { addReadout } from "@lib/chart/readout.ts";
import { stackPanels } from "@lib/chart/stack_panels.ts";

const runtime = await loadPlot();
const { Plot, document, toText } = runtime;

Deno.test("addReadout() writes axes, name and unit into a panel", () => {
  const times = [0, 60_000].map((ms) => ({ x: new Date(ms), y: ms / 1e4 }));
  const panel = Plot.plot({
    ...{ document, width: 200, height: 100, margin: 10 },
    x: { type: "utc" },
    y: { domain: [0, 6] },
    marks: [Plot.line(times, { x: "x", y: "y", ariaLabel: () => "measured" })],
  });
  addReadout(panel, { name: "load-1m", unit: "cores" });
  const svg = toText(panel, "A chart");
  assert.match(svg, / data-x="utc 0 60000 10 190 1"/);
  assert.match(svg, / data-y="linear 0 6 90 10 1"/);
  assert.match(svg, / data-name="load-1m"/);
  assert.match(svg, / data-unit="cores"/);
  assert.match(svg, /<path[^>]* data-part="measured"/);
});

Deno.test("addReadout() of moments alone says nothing of heights", () => {
  const panel = Plot.plot({ document, marks: [Plot.dot([[1, 2], [3, 4]])] });
  addReadout(panel, { tells: "moment" });
  assert.ok(panel.hasAttribute("data-x"));
  assert.ok(!panel.hasAttribute("data-y"));
});

Deno.test("stackPanels() leaves each panel its own axes", () => {
  const panels = [[0, 1], [0, 9]].map((values) => {
    const panel = Plot.plot({ document, marks: [Plot.lineY(values)] });
    addReadout(panel, { name: `up to ${values[1]}` });
    return panel;
  });
  const whole = stackPanels(runtime, panels);
  const names = [...whole.querySelectorAll("g[data-x]")]
    .map((group) => group.getAttribute("data-name"));
  assert.deepEqual(names, ["up to 1", "up to 9"]);
});

import assert from "node:assert/strict";
import { legendMarks } from "@lib/chart/legend_marks.ts";
import { loadPlot } from "@lib/chart/plot.ts";
import { readSvg } from "../../support/read_svg.ts";

Deno.test("legendMarks() draws a swatch and its meaning for each entry", async () => {
  const runtime = await loadPlot();
  const svg = runtime.Plot.plot({
    document: runtime.document,
    width: 400,
    height: 100,
    marginTop: 40,
    marks: [
      ...legendMarks(runtime, [
        { color: "#112233", label: "measured" },
        { color: "#445566", label: "filled in", height: 0.5, opacity: 0.3 },
      ], { above: 20 }),
    ],
  });
  const root = readSvg(runtime.toText(svg, "legend"));
  const [first, second] = root.querySelectorAll("rect");
  assert.equal(first?.getAttribute("fill"), "#112233");
  assert.equal(first?.getAttribute("fill-opacity"), null);
  assert.equal(second?.getAttribute("fill-opacity"), "0.3");
  const right = (rect: Element | undefined) =>
    Number(rect?.getAttribute("x")) + Number(rect?.getAttribute("width"));
  assert.ok(Number(second?.getAttribute("x")) > right(first) + 40);
  assert.equal(
    Number(second?.getAttribute("height")) * 2,
    Number(first?.getAttribute("height")),
  );
  assert.equal(root.textContent, "measuredfilled in");
});

import assert from "node:assert/strict";
import { incidentMarks } from "@lib/chart/chart_incident.ts";
import type { ChartIncident } from "@lib/chart/incident_layout.ts";
import { loadPlot } from "@lib/chart/plot.ts";
import { readSvg, svgTexts } from "../../support/read_svg.ts";

async function draw(incidents: readonly ChartIncident[]): Promise<string> {
  const runtime = await loadPlot();
  const domain = [0, 1000] as const;
  return runtime.toText(
    runtime.Plot.plot({
      document: runtime.document,
      width: 500,
      marginLeft: 0,
      marginRight: 0,
      x: { type: "utc", domain, axis: null },
      y: { domain: [0, 1], axis: null },
      marks: incidentMarks(runtime, incidents, { domain, length: 500 }),
    }),
    "incidents",
  );
}

const anomaly = (number: number, startMs: number, endMs: number) =>
  ({ number, startMs, endMs, kind: "anomaly" }) as const;

Deno.test("incidentMarks() shades and numbers, and says what an outage is", async () => {
  const svg = await draw([
    anomaly(1, 100, 200),
    { ...anomaly(2, 500, 600), kind: "outage" },
  ]);
  assert.deepEqual(svgTexts(svg), ["1", "2 (outage)"]);
  const rects = [...readSvg(svg).querySelectorAll("rect")];
  assert.equal(rects.length, 2);
  assert.notEqual(
    rects[0]!.getAttribute("fill"),
    rects[1]!.getAttribute("fill"),
  );
  assert.equal(rects[0]!.getAttribute("x"), "50");
  assert.equal(rects[0]!.getAttribute("width"), "50");
});

Deno.test("incidentMarks() cuts at the axis and leaves out what is beside it", async () => {
  const svg = await draw([
    anomaly(1, -500, -10),
    anomaly(2, -50, 100),
    anomaly(3, 950, 1400),
    anomaly(4, 2000, 2100),
  ]);
  assert.deepEqual(svgTexts(svg), ["2", "3"]);
  const right = readSvg(svg).querySelectorAll("rect")[1]!;
  assert.equal(
    Number(right.getAttribute("x")) + Number(right.getAttribute("width")),
    500,
  );
});

Deno.test("incidentMarks() keeps a short incident visible and drops numbers that would collide", async () => {
  const svg = await draw([anomaly(1, 400, 401), anomaly(2, 404, 405)]);
  assert.deepEqual(svgTexts(svg), ["1"]);
  const widths = [...readSvg(svg).querySelectorAll("rect")]
    .map((rect) => Number(rect.getAttribute("width")));
  assert.deepEqual(widths, [2, 2]);
});
Deno.test("incidentMarks() draws no more than can be told apart of thousands", async () => {
  const svg = await draw(
    Array.from({ length: 5000 }, (_, i) => anomaly(i + 1, i / 5, i / 5 + 0.1)),
  );
  const rects = [...readSvg(svg).querySelectorAll("rect")];
  assert.equal(rects.length, 1);
  assert.ok(Number(rects[0]!.getAttribute("width")) > 498);
});

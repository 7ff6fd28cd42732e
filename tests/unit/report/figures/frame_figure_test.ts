import assert from "node:assert/strict";
import type { Figure } from "@lib/report/document.ts";
import { frameFigure } from "@lib/report/figures/frame_figure.ts";
import { inkText } from "@lib/report/figures/ink_text.ts";
import { loadFaces } from "@lib/report/figures/load_faces.ts";
import { readSvg } from "../../../support/read_svg.ts";

const faces = await loadFaces();
const has = (codePoint: number) => faces.regular.has(codePoint);

const FIGURE: Figure = {
  kind: "figure",
  id: "incident-2-onset",
  svg: '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="x" ' +
    'width="860" height="120" viewBox="0 0 860 120"><text>chart</text></svg>',
  caption: "Each signal's part <of> #2 ● & more. ".repeat(12).trim(),
  alt: "Order of onset in incident #2: " + "ホスト-disk-io ".repeat(9).trim(),
  evidence: {
    window: { start: "2026-11-23T04:07:00Z", end: "2026-11-23T04:20:15Z" },
    ...{ intervalMs: 5000, inputs: [], model: null, parameters: {} },
    command: "deno task report",
  },
};

const linesOf = (svg: string) =>
  [...readSvg(svg).children].filter(({ localName }) => localName === "text");

Deno.test("frameFigure() says above a chart what it shows, of which host and when, and below it what its marks mean", () => {
  const svg = frameFigure(FIGURE, { host: "server-1", faces });
  const root = readSvg(svg);
  const chart = root.querySelector("svg")!;
  const top = Number(chart.getAttribute("y"));
  const lines = linesOf(svg);
  const y = (line: Element) => Number(line.getAttribute("y"));
  const told = (some: Element[]) =>
    some.map(({ textContent }) => textContent).join(" ");
  const above = lines.filter((line) => y(line) < top);
  assert.equal(
    told(above),
    `${FIGURE.alt} server-1 · 2026-11-23 04:07:00–04:20:15 UTC`,
  );
  const below = lines.filter((line) => y(line) > top + 120);
  assert.equal(told(below), FIGURE.caption);
  assert.ok(above.length > 2 && below.length > 2);
  assert.equal(lines.length, above.length + below.length);
  assert.ok(Math.max(...lines.map(y)) < Number(root.getAttribute("height")));
});

Deno.test("frameFigure() lets no line be wider than the chart, with placeholders too", () => {
  const svg = frameFigure(FIGURE, { host: "server-1", faces });
  const shown = inkText(svg, has);
  assert.ok(shown.includes("□□□-disk-io"));
  assert.ok(!shown.includes("&amp;#"));
  for (const drawn of [svg, shown]) {
    for (const line of linesOf(drawn)) {
      const weight = line.getAttribute("font-weight") ?? "regular";
      const face = faces[weight === "bold" ? "bold" : "regular"];
      const size = Number(line.getAttribute("font-size"));
      assert.ok(face.width(line.textContent ?? "", size) <= 860);
    }
  }
});

Deno.test("frameFigure() takes a legend for what a caption leaves to the text around it", () => {
  const svg = frameFigure({ ...FIGURE, legend: "Line: measured." }, {
    ...{ host: "server-1", faces },
  });
  assert.equal(linesOf(svg).at(-1)?.textContent, "Line: measured.");
  assert.ok(!svg.includes("signal's part"));
});

Deno.test("frameFigure() leaves the picture one name", () => {
  const svg = frameFigure(FIGURE, { host: "server-1", faces });
  assert.equal(svg.match(/role="img"/g)?.length, 1);
  assert.equal(readSvg(svg).getAttribute("aria-label"), FIGURE.alt);
});

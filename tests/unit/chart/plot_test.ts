import assert from "node:assert/strict";
import { loadPlot } from "@lib/chart/plot.ts";
import { readSvg } from "../../support/read_svg.ts";

Deno.test("loadPlot() loads once and leaves the globals alone", async () => {
  const runtime = await loadPlot();
  assert.equal(await loadPlot(), runtime);
  assert.equal(typeof globalThis.document, "undefined");
});

Deno.test("toText() writes XML that gives the text back", async () => {
  const { Plot, document, toText } = await loadPlot();
  const text = `]]></svg><script>&"'\u00a0`;
  const svg = Plot.text([text], { frameAnchor: "middle" }).plot({ document });
  const root = readSvg(toText(svg, text));
  assert.equal(root.querySelector("text")?.textContent, text);
  assert.equal(root.getAttribute("aria-label"), text);
});

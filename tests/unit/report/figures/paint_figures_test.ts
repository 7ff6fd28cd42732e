import assert from "node:assert/strict";
import type { Figure } from "@lib/report/document.ts";
import { paintFigures } from "@lib/report/figures/paint_figures.ts";

const FIGURE: Figure = {
  kind: "figure",
  id: "score",
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="8"/>`,
  caption: "Score.",
  alt: "The score",
};

Deno.test("paintFigures() begins a picture at once, and each once", async () => {
  const drawn: string[] = [];
  const paint = await paintFigures({
    draw: ({ texts }) => {
      drawn.push(texts[0]?.text ?? "");
      return Promise.resolve(Uint8Array.of(drawn.length));
    },
    [Symbol.dispose]() {},
  }, { host: "server-1" });
  const first = paint(FIGURE);
  assert.deepEqual(drawn, ["The score"]);
  assert.equal(paint(FIGURE), first);
  const other = { ...FIGURE, alt: "Another" };
  assert.deepEqual(await paint(other), Uint8Array.of(2));
  assert.deepEqual(await first, Uint8Array.of(1));
});

import assert from "node:assert/strict";
import type { Figure } from "@lib/report/document.ts";
import { figureStrips } from "@lib/report/pdf/figure_strips.ts";
import {
  CONTENT,
  CONTENT_HEIGHT,
  CONTENT_WIDTH,
} from "@lib/report/pdf/page_style.ts";
import { EVEN_FACES } from "../../../support/even_faces.ts";

const FIGURE: Figure = {
  kind: "figure",
  id: "score",
  svg: "",
  caption: "Score over time",
  alt: "",
};

function place(width: number, height: number) {
  const drawing = { width, height, marks: [] };
  const strips = figureStrips(FIGURE, {
    ...{ faces: EVEN_FACES, drawing, source: "" },
  });
  const [item] = strips[0]?.items ?? [];
  assert.ok(item?.kind === "drawing");
  return { item, strips };
}

Deno.test("figureStrips() scales a wide chart to the width of the page", () => {
  const { item } = place(2 * CONTENT_WIDTH, 400);
  assert.equal(item.width, CONTENT_WIDTH);
  assert.ok(Math.abs(item.height - 200) < 1e-9);
  assert.equal(item.x, CONTENT.left);
});

Deno.test("figureStrips() scales a chart taller than a page to fit in whole", () => {
  const { item, strips } = place(800, 9000);
  const height = strips.reduce((sum, strip) => sum + strip.height, 0);
  assert.ok(height < CONTENT_HEIGHT - 80, "room for two headings");
  assert.ok(Math.abs(item.width / item.height - 800 / 9000) < 1e-9);
});

Deno.test("figureStrips() shows a small chart at its full size, in the middle", () => {
  const { item } = place(200, 100);
  // 200 CSS pixels of 1/96 inch are 150 points of 1/72 inch
  assert.equal(item.width, 150);
  const middle = item.x + item.width / 2;
  assert.ok(Math.abs(middle - (CONTENT.left + CONTENT.right) / 2) < 1e-9);
});

Deno.test("figureStrips() keeps the caption with the chart", () => {
  const { strips } = place(800, 300);
  assert.deepEqual(strips.map(({ keepWithNext }) => keepWithNext), [
    true,
    false,
  ]);
});

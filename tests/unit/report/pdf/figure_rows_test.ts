import assert from "node:assert/strict";
import type { Figure } from "@lib/report/document.ts";
import { figureRows } from "@lib/report/pdf/figure_rows.ts";
import { CONTENT } from "@lib/report/pdf/page_style.ts";
import { EVEN_FACES } from "../../../support/even_faces.ts";

const figure = (id: string, paper?: string): Figure => ({
  ...{ kind: "figure", id, svg: "860x200", caption: id, alt: "" },
  ...(paper === undefined ? {} : { paper }),
});

function draw(svg: string) {
  const [width = 0, height = 0] = svg.split("x").map(Number);
  return { width, height, marks: [] };
}

/** Widths of the charts in each strip that has some. */
function rows(figures: readonly Figure[]) {
  const context = { faces: EVEN_FACES, draw, sourceOf: () => "" };
  return figureRows(figures, context).map(({ items }) =>
    items.flatMap((item) =>
      item.kind === "drawing" ? [Math.round(item.width)] : []
    )
  ).filter((widths) => widths.length > 0);
}

Deno.test("figureRows() sets two small charts in a row, and an odd one at the left", () => {
  const small = figure("a", "424x100");
  assert.deepEqual(rows([small, small, small]), [[252, 252], [252]]);
});

Deno.test("figureRows() gives a chart alone, or a wide one, the whole width", () => {
  const small = figure("a", "424x100");
  const wide = figure("b", "860x100");
  const width = Math.round(CONTENT.right - CONTENT.left);
  assert.deepEqual(rows([small, figure("c"), wide, small]), [
    [width],
    [width],
    [width],
    [width],
  ]);
});

Deno.test("figureRows() sets what is too high for a row below each other", () => {
  const tall = figure("a", "424x900");
  assert.equal(rows([tall, tall]).length, 2);
});

Deno.test("figureRows() says below each chart where it came from", () => {
  const context = { faces: EVEN_FACES, draw, sourceOf: ({ id }: Figure) => id };
  const small = [figure("a", "424x100"), figure("b", "424x100")];
  const [row] = figureRows(small, context);
  const texts = row!.items.flatMap((item) =>
    item.kind === "text" ? [item.text] : []
  );
  assert.deepEqual(texts, ["a", "a", "b", "b"]);
});

import assert from "node:assert/strict";
import type { Block, Section } from "@lib/report/document.ts";
import { fitSection } from "@lib/report/pdf/fit_section.ts";
import { CONTENT } from "@lib/report/pdf/page_style.ts";
import { paginate } from "@lib/report/pdf/paginate.ts";
import { EVEN_FACES } from "../../../support/even_faces.ts";

const FIGURE: Block = {
  ...{ kind: "figure", id: "f", svg: "", caption: "Seen", alt: "" },
};

/** Two charts of half a page and some lines. */
function fit(lines: number, start: "page" | "room") {
  const texts: Block[] = Array(lines).fill({ kind: "paragraph", text: "x" });
  const section: Section = {
    ...{ id: "a", title: "Incident #1", level: 3 },
    blocks: [FIGURE, FIGURE, ...texts],
  };
  const strips = fitSection(section, {
    ...{ faces: EVEN_FACES, sections: new Set<string>(), start },
    draw: () => ({ width: 860, height: 500, marks: [] }),
  });
  const pages = paginate(strips, CONTENT);
  const widths = pages.flat().flatMap((item) =>
    item.kind === "drawing" ? [Math.round(item.width)] : []
  );
  const onLast = pages.at(-1)
    ?.filter((item) => item.kind === "text" && item.text === "x").length;
  return { pages: pages.length, width: widths[0], onLast };
}

Deno.test("fitSection() draws charts smaller where that saves a page", () => {
  const { width: full } = fit(0, "page");
  assert.equal(fit(3, "page").width, full);
  const fitted = fit(5, "page");
  assert.equal(fitted.pages, 1);
  assert.ok(fitted.width! < full! && fitted.width! >= 0.8 * full!);
});

Deno.test("fitSection() leaves charts as they are where it saves none", () => {
  const { width: full } = fit(0, "page");
  const { pages, width } = fit(25, "page");
  assert.deepEqual([pages, width], [2, full]);
  // not on a page of its own
  assert.deepEqual(fit(5, "room"), { pages: 2, width: full, onLast: 1 });
});

Deno.test("fitSection() puts more on a last page that would be nearly empty", () => {
  const { width: full } = fit(0, "page");
  const { pages, width, onLast } = fit(14, "page");
  assert.deepEqual([pages, width], [2, full]);
  assert.ok(onLast! > fit(14, "room").onLast!);
});

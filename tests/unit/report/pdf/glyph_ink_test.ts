import assert from "node:assert/strict";
import { PDFDocument } from "pdf-lib";
import { drawPage } from "@lib/report/pdf/draw_page.ts";
import type { TextItem } from "@lib/report/pdf/layout_item.ts";
import { prepareInk } from "@lib/report/pdf/pdf_ink.ts";
import { PAGE } from "@lib/report/pdf/page_style.ts";
import type { Weight } from "@lib/report/pdf/typeface.ts";
import { inkIn, rasterSvg } from "../../../support/dejavu_raster.ts";
import { NO_POPPLER, pdfText, rasterPage } from "../../../support/poppler.ts";

// A subset font can lack outlines while the text can still be extracted and
// every checker is content: only ink tells.

const range = (first: number, last: number) =>
  Array.from(
    { length: last - first + 1 },
    (_, i) => String.fromCodePoint(first + i),
  );
const CHARACTERS = [
  ...range(0x21, 0x7e),
  ...range(0xa1, 0x17f).filter((character) => character !== "\u00ad"),
  ...range(0x391, 0x3c9).filter((character) => character !== "\u03a2"),
  ..."–—…“”„‘’•‰€→←↑↓≤≥≠≈±×÷−∞√∑∆□■●○▲▼◆✓✗",
];
const COLUMNS = 20;
const CELL = 28;
const SIZE = 16;
const DPI = 144;

const places = CHARACTERS.map((text, i) => ({
  text,
  x: (i % COLUMNS) * CELL + 6,
  y: Math.floor(i / COLUMNS) * CELL + 20,
}));

async function toPage(weight: Weight): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const ink = await prepareInk(pdf);
  const page = pdf.addPage([PAGE.width, PAGE.height]);
  const look = { kind: "text", size: SIZE, weight, color: [0, 0, 0] } as const;
  drawPage(page, places.map((place): TextItem => ({ ...place, ...look })), ink);
  return await pdf.save();
}

function toSvg(weight: Weight): string {
  const texts = places.map(({ text, x, y }) =>
    `<text x="${x}" y="${y}">&#${text.codePointAt(0)};</text>`
  );
  const style = `font-family="DejaVu Sans" font-weight="${
    weight === "bold" ? 700 : 400
  }" font-size="${SIZE}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAGE.width} ${PAGE.height}" ${style}>${
    texts.join("")
  }</svg>`;
}

for (const weight of ["regular", "bold"] as const) {
  Deno.test({
    name: `embedFaces() embeds the outline of every glyph, ${weight}`,
    ignore: NO_POPPLER,
    async fn() {
      const pdf = await toPage(weight);
      const drawn = await rasterPage(pdf, { dpi: DPI });
      const expected = rasterSvg(toSvg(weight), drawn.width);
      const scale = DPI / 72;
      for (const { text, x, y } of places) {
        const area = {
          x: (x - 5) * scale,
          y: (y - 19) * scale,
          width: CELL * scale,
          height: CELL * scale,
        };
        const [ink, wanted] = [inkIn(drawn, area), inkIn(expected, area)];
        // hinting makes thin strokes differ by up to a fifth
        const tolerance = 0.25 * wanted + 4;
        assert.ok(wanted > 4, `resvg draws "${text}"`);
        assert.ok(
          Math.abs(ink - wanted) < tolerance,
          `ink of "${text}": ${ink.toFixed(1)}, expected ${wanted.toFixed(1)}`,
        );
      }
    },
  });
}

Deno.test({
  name: "embedFaces() keeps the text of every glyph",
  ignore: NO_POPPLER,
  async fn() {
    const text = await pdfText(await toPage("regular"));
    const lost = CHARACTERS.filter((character) =>
      // µ and Ω stand twice in Unicode, as a letter and as a unit
      !text.normalize("NFKC").includes(character.normalize("NFKC"))
    );
    assert.deepEqual(lost, []);
  },
});

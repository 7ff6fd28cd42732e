import assert from "node:assert/strict";
import { PDFDocument } from "pdf-lib";
import { loadPlot } from "@lib/chart/plot.ts";
import { drawPage } from "@lib/report/pdf/draw_page.ts";
import { PAGE } from "@lib/report/pdf/page_style.ts";
import { prepareInk } from "@lib/report/pdf/pdf_ink.ts";
import { parseSvg } from "@lib/report/pdf/svg/parse_svg.ts";
import { toDrawing } from "@lib/report/pdf/svg/to_drawing.ts";
import { rasterSvg } from "../../../support/dejavu_raster.ts";
import {
  type GreyImage,
  NO_POPPLER,
  rasterPage,
} from "../../../support/poppler.ts";

/** Width of the chart on paper, in points. */
const WIDTH = 560;
const DPI = 144;
/** Width of the chart in dots. */
const DOTS = WIDTH * DPI / 72;
/** Side of a block in dots. */
const BLOCK = 24;

/** Draws a chart at the upper left corner of a page and looks at the page. */
async function rasterInPdf(svg: string): Promise<GreyImage> {
  const pdf = await PDFDocument.create();
  const ink = await prepareInk(pdf);
  const drawing = toDrawing(parseSvg(svg), ink.faces);
  const height = drawing.height * WIDTH / drawing.width;
  const area = { x: 0, y: 0, width: WIDTH, height };
  const page = pdf.addPage([PAGE.width, PAGE.height]);
  drawPage(page, [{ kind: "drawing", ...area, drawing }], ink);
  return await rasterPage(await pdf.save(), { dpi: DPI });
}

/**
 * Compares two pictures in blocks, so that smoothed edges even out and a
 * missing mark does not.
 *
 * @returns Difference of the mean greys of the worst block: 0 for the same
 *   picture, 1 for black on white.
 */
function worstBlock(page: GreyImage, chart: GreyImage): number {
  const grey = (image: GreyImage, left: number, top: number) => {
    let sum = 0;
    for (let y = top; y < top + BLOCK; y++) {
      for (let x = left; x < left + BLOCK; x++) {
        sum += image.values[y * image.width + x] ?? 255;
      }
    }
    return sum / BLOCK ** 2 / 255;
  };
  let worst = 0;
  for (let y = 0; y + BLOCK <= chart.height; y += BLOCK) {
    for (let x = 0; x + BLOCK <= chart.width; x += BLOCK) {
      worst = Math.max(worst, Math.abs(grey(page, x, y) - grey(chart, x, y)));
    }
  }
  return worst;
}

/** A chart with all that the report's charts are made of. */
async function chart(): Promise<string> {
  const { Plot, document, toText } = await loadPlot();
  const points = Array.from({ length: 90 }, (_, t) => ({
    time: new Date(Date.UTC(2026, 0, 1, 14, t)),
    value: 2 + Math.sin(t / 7) + (t > 60 ? 1.5 : 0),
  }));
  const at = (t: number) => points[t]?.time ?? new Date(0);
  const svg = Plot.plot({
    document,
    width: 860,
    height: 320,
    style: { fontFamily: "sans-serif", fontSize: "11px", color: "#1c1f26" },
    y: { grid: true, domain: [0, 5], label: "disk-bytes-written, MiB/s → é" },
    marks: [
      Plot.rectX([0], {
        x1: at(61),
        x2: at(75),
        fill: "#d55e00",
        fillOpacity: 0.2,
      }),
      Plot.areaY(points, {
        x: "time",
        y1: 1,
        y2: 3.2,
        fill: "#0a9472",
        fillOpacity: 0.2,
      }),
      Plot.lineY(points, {
        x: "time",
        y: "value",
        stroke: "#1f7fc4",
        strokeWidth: 1.5,
      }),
      Plot.ruleY([4], {
        stroke: "#7a1f0b",
        strokeWidth: 4,
        strokeDasharray: "9 9",
      }),
      Plot.dot(points.filter((_, t) => t % 15 === 0), {
        x: "time",
        y: "value",
        r: 4,
        stroke: "black",
        fill: "white",
      }),
      Plot.text([points[65]], {
        x: "time",
        y: "value",
        text: () => "peak",
        rotate: -30,
        fontSize: 20,
        fontWeight: "bold",
        textAnchor: "end",
        stroke: "white",
        strokeWidth: 4,
        fill: "black",
      }),
      Plot.lineY(points, {
        x: "time",
        y: ({ value }: { value: number }) => 4 * value,
        stroke: "#7b8591",
        strokeWidth: 3,
        clip: true,
      }),
    ],
  });
  return toText(svg, "chart");
}

/** The worst block is that of small bold text, hinted by one and not the other. */
const SAME = 0.035;

async function compare(svg: string, expected: string): Promise<number> {
  return worstBlock(await rasterInPdf(svg), rasterSvg(expected, DOTS));
}

Deno.test({
  name: "drawDrawing() draws a chart as resvg does",
  ignore: NO_POPPLER,
  async fn() {
    const svg = await chart();
    const difference = await compare(svg, svg);
    assert.ok(difference < SAME, `difference ${difference}`);
  },
});

const PARTS = {
  "a series": /<path d="M40,117[^>]*>/,
  "a band": /<path d="M40,182[^>]*>/,
  "an incident's ground": /<rect x="5[^>]*>/,
  "a dash": / stroke-dasharray="[^"]*"/,
  "a dot": /<circle cx="5[^>]*>/,
  "an axis label": /<text [^>]*>disk-bytes[^<]*<.text>/,
  "turned text": /<text [^>]*>peak<.text>/,
  "a clip": / clip-path="[^"]*"/,
};
for (const [name, part] of Object.entries(PARTS)) {
  Deno.test({
    name: `drawDrawing() without ${name} would be noticed`,
    ignore: NO_POPPLER,
    async fn() {
      const svg = await chart();
      assert.match(svg, part);
      const difference = await compare(svg.replace(part, ""), svg);
      assert.ok(difference > SAME, `difference ${difference}`);
    },
  });
}

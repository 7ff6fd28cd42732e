import { Resvg } from "@resvg/resvg-js";
import { fileURLToPath } from "node:url";
import type { GreyImage } from "./poppler.ts";

const FONTS = ["DejaVuSans", "DejaVuSans-Bold"].map((name) =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))
);

/**
 * Draws an SVG with resvg in DejaVu Sans, as an independent opinion on how it
 * should look on paper.
 *
 * @param svg A standalone SVG.
 * @param width Width of the image in dots.
 * @returns The image in grey, on white.
 */
export function rasterSvg(svg: string, width: number): GreyImage {
  const image = new Resvg(svg, {
    background: "white",
    fitTo: { mode: "width", value: width },
    font: {
      fontFiles: FONTS,
      loadSystemFonts: false,
      defaultFontFamily: "DejaVu Sans",
      sansSerifFamily: "DejaVu Sans",
    },
  }).render();
  const { pixels } = image;
  const values = new Uint8Array(image.width * image.height);
  for (let i = 0; i < values.length; i++) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(4 * i, 4 * i + 3);
    // the weights of Rec. 601, which poppler has too
    values[i] = Math.round(0.3 * red + 0.59 * green + 0.11 * blue);
  }
  return { width: image.width, height: image.height, values };
}

/**
 * Measures the ink in a part of an image.
 *
 * @param image The image.
 * @param area In dots; what lies outside the image is white.
 * @returns Black dots' worth of ink.
 */
export function inkIn(
  image: GreyImage,
  area: { x: number; y: number; width: number; height: number },
): number {
  let ink = 0;
  const bottom = Math.min(image.height, Math.round(area.y + area.height));
  const right = Math.min(image.width, Math.round(area.x + area.width));
  for (let y = Math.max(0, Math.round(area.y)); y < bottom; y++) {
    for (let x = Math.max(0, Math.round(area.x)); x < right; x++) {
      ink += 1 - (image.values[y * image.width + x] ?? 255) / 255;
    }
  }
  return ink;
}

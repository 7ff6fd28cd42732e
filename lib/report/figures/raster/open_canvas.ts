import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Bitmap } from "./few_colors.ts";

/** Draws an SVG. */
export type Canvas = (svg: string, options: CanvasOptions) => Bitmap;

/** How it is drawn. */
export interface CanvasOptions {
  /** Dots for each of its units. */
  readonly scale: number;
}

const FAMILY = "DejaVu Sans";

let canvas: Promise<Canvas> | undefined;

/**
 * Opens what draws SVGs: resvg as WebAssembly with DejaVu Sans, and with no font
 * of the machine, so that all machines draw the same dots. Opened once a thread.
 *
 * @returns What draws an SVG on white.
 */
export function openCanvas(): Promise<Canvas> {
  canvas ??= open();
  return canvas;
}

async function open(): Promise<Canvas> {
  const read = (file: string) =>
    Deno.readFile(new URL(import.meta.resolve(file)));
  const [program, ...fontBuffers] = await Promise.all([
    read("@resvg/resvg-wasm/index_bg.wasm"),
    read("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
    read("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
  ]);
  await initWasm(program);
  const font = {
    fontBuffers,
    defaultFontFamily: FAMILY,
    sansSerifFamily: FAMILY,
  };
  return (svg, { scale }) => {
    const drawing = new Resvg(svg, {
      background: "#ffffff",
      fitTo: { mode: "zoom", value: scale },
      font,
    });
    const image = drawing.render();
    try {
      const { width, height, pixels } = image;
      return { width, height, pixels };
    } finally {
      // The memory of WebAssembly is not collected.
      image.free();
      drawing.free();
    }
  };
}

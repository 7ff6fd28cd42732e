import { finishSvg } from "./finish_svg.ts";

/** Observable Plot with a document of its own; nothing global is touched. */
export interface PlotRuntime {
  /** The library. */
  readonly Plot: typeof import("@observablehq/plot");
  /** The document that its elements belong to. */
  readonly document: Document;
  /**
   * Writes an element as standalone SVG text.
   *
   * @param svg What Plot drew.
   * @param label What it shows, for those who cannot see it.
   * @returns Well-formed XML with `xmlns`, `viewBox`, `role="img"` and the label.
   */
  toText(svg: Element, label: string): string;
}

let runtime: Promise<PlotRuntime> | undefined;

/**
 * Loads Plot and jsdom at the first call; they cost up to 1.5 s, which only
 * those who draw should pay.
 *
 * @returns The one runtime of this process.
 */
export function loadPlot(): Promise<PlotRuntime> {
  runtime ??= start();
  return runtime;
}

async function start(): Promise<PlotRuntime> {
  const [Plot, { JSDOM }] = await Promise.all([
    import("@observablehq/plot"),
    import("jsdom"),
  ]);
  // jsdom has no types of its own: the window is checked by what it is used for.
  const { document }: { document: Document } = new JSDOM("").window;
  return {
    Plot,
    document,
    toText: (svg, label) => finishSvg(svg.outerHTML, label),
  };
}

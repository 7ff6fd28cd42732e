import { onPaper } from "@lib/chart/on_paper.ts";

/** Something that a notebook's cell shows when it is the cell's last value. */
export interface Shown {
  /** Gives the forms in which it can be shown, by MIME type. */
  [key: symbol]: () => Readonly<Record<string, string>>;
}

const DISPLAY = Symbol.for("Jupyter.display");

/**
 * Makes a chart show itself in a notebook.
 *
 * Inline in the page it takes the page's colours; where a program shows pictures
 * only, such as a repository's web view, it comes with a paper of its own.
 *
 * @param svg A standalone SVG.
 * @returns The value to end a cell with.
 *
 * @example Usage
 * ```ts
 * import { showSvg } from "@lib/pipeline/show_svg.ts";
 * import assert from "node:assert/strict";
 *
 * const shown = showSvg('<svg xmlns="http://www.w3.org/2000/svg"/>');
 * const forms = shown[Symbol.for("Jupyter.display")]!();
 * assert.deepEqual(Object.keys(forms), ["text/html", "image/svg+xml"]);
 * ```
 */
export function showSvg(svg: string): Shown {
  return {
    [DISPLAY]: () => ({ "text/html": svg, "image/svg+xml": onPaper(svg) }),
  };
}

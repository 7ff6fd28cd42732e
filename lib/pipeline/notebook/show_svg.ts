import { onPaper } from "../../chart/on_paper.ts";
import { CHART_SCRIPT } from "../../chart/script/chart_bundle.ts";
import { displayAs } from "../../frame/display_as.ts";

/**
 * Makes a chart show itself in a notebook.
 *
 * Inline in the page it takes the page's colours; where a program shows pictures
 * only, such as a repository's web view, it comes with a paper of its own. In a
 * page that runs scripts it tells time and values under the pointer.
 *
 * @param svg A standalone SVG.
 * @returns The value to end a cell with; the chart is its `svg`.
 *
 * @example Usage
 * ```ts
 * import { showSvg } from "@lib/pipeline/notebook/show_svg.ts";
 * import assert from "node:assert/strict";
 *
 * const shown = showSvg('<svg xmlns="http://www.w3.org/2000/svg"/>');
 * assert.ok(Symbol.for("Jupyter.display") in shown);
 * ```
 */
export function showSvg(svg: string): { readonly svg: string } {
  const [, label = "chart"] = /<svg\b[^>]* aria-label="([^"]*)"/.exec(svg) ??
    [];
  const isReadable = / data-x="/.test(svg);
  return displayAs({ svg }, () => ({
    "text/html": isReadable ? `${svg}<script>${CHART_SCRIPT}</script>` : svg,
    "image/svg+xml": onPaper(svg),
    "text/plain": `[${unescaped(label)}]`,
  }));
}

/** A label as it was before it became an attribute. */
function unescaped(label: string): string {
  return label.replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

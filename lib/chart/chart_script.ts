import { appendSvg } from "@lib/chart/append_svg.ts";
import { brushCharts } from "@lib/chart/brush_script.ts";
import { chartAxis } from "@lib/chart/chart_axis.ts";
import { chartPanels } from "@lib/chart/chart_panels.ts";
import { drawRange } from "@lib/chart/draw_range.ts";
import { readCharts } from "@lib/chart/readout_script.ts";
import { timeTicks } from "@lib/chart/time_axis.ts";
import { zoomCharts } from "@lib/chart/zoom_script.ts";

/** All that the script is made of: they may use each other and nothing else. */
const FUNCTIONS = [
  appendSvg,
  brushCharts,
  chartAxis,
  chartPanels,
  drawRange,
  readCharts,
  timeTicks,
  zoomCharts,
];

/**
 * The script of charts, to be put behind them in a page: it tells what is under
 * the pointer, and zooms. Without it charts stay pictures.
 */
export const CHART_SCRIPT = `(() => {
${FUNCTIONS.map(squeezed).join("\n")}
readCharts(document);
zoomCharts(document);
})();`;

/** A function's text without what only people need. */
function squeezed(written: (...all: never) => unknown): string {
  return String(written)
    .replace(/^\s+/gm, "")
    .replace(/^\/\/.*\n|\/\*\*[^]*?\*\/\s*/gm, "")
    .replace(/(?<=[{[(,;])\n/g, "");
}

import { appendSvg } from "./append_svg.ts";
import { brushCharts } from "./brush_script.ts";
import { chartAxis } from "./chart_axis.ts";
import { chartPanels } from "./chart_panels.ts";
import { drawRange } from "./draw_range.ts";
import { readCharts } from "./readout_script.ts";
import { timeTicks } from "../time_axis.ts";
import { zoomCharts } from "./zoom_script.ts";

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

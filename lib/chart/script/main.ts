/**
 * The script of charts, to be put behind them in a page: it tells what is under
 * the pointer, and zooms. Without it charts stay pictures. Run again, behind
 * another chart, it only takes in what came.
 *
 * @module
 */
import { readCharts } from "./readout_script.ts";
import { zoomCharts } from "./zoom_script.ts";

readCharts(document);
zoomCharts(document);

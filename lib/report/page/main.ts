/**
 * The script of a report's page: its charts tell what is under the pointer, and
 * zoom together. Without it the page shows the same, as a picture.
 *
 * @module
 */
import { readCharts } from "../../chart/script/readout_script.ts";
import { zoomCharts } from "../../chart/script/zoom_script.ts";

readCharts(document);
zoomCharts(document);

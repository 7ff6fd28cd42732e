/**
 * The script of a report's page: its charts tell what is under the pointer, and
 * zoom together, down to each step. Without it the page shows the same, as a
 * picture.
 *
 * @module
 */
import { drawDetail } from "../../chart/script/draw_detail.ts";
import { readCharts } from "../../chart/script/readout_script.ts";
import { zoomCharts } from "../../chart/script/zoom_script.ts";
import { drawIncidents } from "./draw_incidents.ts";
import { localTime } from "./local_time.ts";
import { readPageData } from "./read_page_data.ts";

const { timeZone, incidents, intervalMs } = readPageData(document);
readCharts(document, { localTime: localTime(timeZone) });
zoomCharts(document, {
  drawDetail(panel) {
    drawDetail(panel);
    drawIncidents(panel, { incidents, intervalMs });
  },
});

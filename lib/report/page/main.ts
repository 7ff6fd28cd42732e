/**
 * The script of a report's page: its charts tell what is under the pointer, and
 * zoom together. Without it the page shows the same, as a picture.
 *
 * @module
 */
import { readCharts } from "../../chart/script/readout_script.ts";
import { zoomCharts } from "../../chart/script/zoom_script.ts";
import { markIncidents } from "./marks/mark_incidents.ts";
import type { PageData } from "./page_data.ts";

readCharts(document);
zoomCharts(document);

const told = document.getElementById("report-data")?.textContent;
if (told) {
  const data: PageData = JSON.parse(told);
  markIncidents(document, data);
}

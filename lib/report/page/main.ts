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
import { localTime } from "./local_time.ts";
import { markIncidents } from "./marks/mark_incidents.ts";
import { readPageData } from "./read_page_data.ts";

const data = readPageData(document);
readCharts(document, { localTime: localTime(data.timeZone) });
zoomCharts(document, { drawDetail });
markIncidents(document, data);

/**
/**
 * The script of a report's page: its charts tell what is under the pointer and
 * zoom together, down to each step; incidents in them lead to their part, links
 * lead to times, incidents are marked and metrics chosen. Without it the page
 * shows the same, as a picture.
 *
 * @module
 */
import { drawDetail } from "../../chart/script/draw_detail.ts";
import { readCharts } from "../../chart/script/readout_script.ts";
import { zoomCharts } from "../../chart/script/zoom_script.ts";
import { chooseMetrics } from "./choose_metrics.ts";
import { drawIncidents } from "./draw_incidents.ts";
import { followLinks } from "./follow_links.ts";
import { goToIncidents } from "./go_to_incidents.ts";
import { addIncidentTools } from "./incident_tools.ts";
import { localTime } from "./local_time.ts";
import { markIncidents } from "./marks/mark_incidents.ts";
import { oneTabStop } from "./one_tab_stop.ts";
import { rangeText } from "./range_text.ts";
import { readPageData } from "./read_page_data.ts";
import { runParts } from "./run_parts.ts";

const data = readPageData(document);
runParts([
  () => readCharts(document, { localTime: localTime(data.timeZone) }),
  () => oneTabStop(document),
  () =>
    zoomCharts(document, {
      drawDetail(panel) {
        drawDetail(panel);
        drawIncidents(panel, data);
      },
      rangeText,
    }),
  () => goToIncidents(document, data),
  () => addIncidentTools(document, data),
  () => markIncidents(document, data),
  () => chooseMetrics(document, data),
  () => followLinks(document, data),
], { onFailure: reportError });

/**
 * The script of a report's page: its charts tell what is under the pointer and
 * zoom together, incidents in them lead to their part, links lead to times, and
 * metrics can be chosen. Without it the page shows the same, as a picture.
 *
 * @module
 */
import { readCharts } from "../../chart/script/readout_script.ts";
import { zoomCharts } from "../../chart/script/zoom_script.ts";
import { chooseMetrics } from "./choose_metrics.ts";
import { followLinks } from "./follow_links.ts";
import { goToIncidents } from "./go_to_incidents.ts";
import { addIncidentTools } from "./incident_tools.ts";
import { markIncidents } from "./marks/mark_incidents.ts";
import { readPageData } from "./read_page_data.ts";

const data = readPageData(document);
readCharts(document);
zoomCharts(document);
goToIncidents(document, data);
addIncidentTools(document, data);
markIncidents(document, data);
chooseMetrics(document, data);
followLinks(document, data);

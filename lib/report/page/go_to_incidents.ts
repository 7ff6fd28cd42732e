import { chartAxis } from "../../chart/script/chart_axis.ts";
import { hear } from "../../chart/script/chart_events.ts";
import { chartPanels } from "../../chart/script/chart_panels.ts";
import { incidentAt } from "./incident_at.ts";
import type { PageData, PageIncident } from "./page_data.ts";

/** Chart units beside an incident that still belong to it: a short one is thin. */
const SLACK = 3;

/**
 * Leads from an incident in a chart to its part of the report: by a click, or by
 * Enter where the moment is marked.
 *
 * @param page The page.
 * @param data What it knows of its incidents.
 */
export function goToIncidents(page: Document, data: PageData): void {
  /** The incident at a moment of a chart; none where the chart is its own. */
  function incidentIn(svg: Element, ms: number): PageIncident | undefined {
    const [panel = svg] = chartPanels(svg);
    const { from, low, valueAt } = chartAxis(panel);
    const slackMs = valueAt(from + SLACK) - low;
    const found = incidentAt(data, { ms, slackMs });
    const isHere = found?.section && svg.closest(`#${found.section}`);
    return isHere ? undefined : found;
  }

  hear(page, "chartpick", (ms, { target }) => {
    const incident = target instanceof Element && incidentIn(target, ms);
    const view = page.defaultView;
    if (incident && incident.section && view) {
      // Its number may be another one's in the next report.
      view.location.hash = `incident-${incident.id}`;
    }
  });
  page.addEventListener("pointermove", ({ target, clientX }) => {
    const svg = target instanceof Element &&
      target.closest<SVGSVGElement>(".chart svg");
    // Only a chart with a time axis has a cursor of its own.
    if (!svg || !svg.style.cursor) return;
    const [panel = svg] = chartPanels(svg);
    const { left, width } = svg.getBoundingClientRect();
    const place = (clientX - left) * svg.viewBox.baseVal.width / width;
    const { from, to, valueAt } = chartAxis(panel);
    const leads = place >= from && place <= to &&
      incidentIn(svg, valueAt(place))?.section;
    svg.style.cursor = leads ? "pointer" : "crosshair";
  });
}

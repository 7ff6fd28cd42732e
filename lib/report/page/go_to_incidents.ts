import { chartAxis } from "../../chart/script/chart_axis.ts";
import { chartPanels } from "../../chart/script/chart_panels.ts";
import { incidentAt } from "./incident_at.ts";
import type { PageData, PageIncident } from "./page_data.ts";

/** Pixels beside an incident that still belong to it: a short one is thin. */
const SLACK_PX = 3;

/** Pixels that a hand moves while it clicks. */
const CLICK_PX = 4;

/**
 * Leads from an incident in a chart to its part of the report: by a click, or by
 * Enter where the moment is marked.
 *
 * @param page The page.
 * @param data What it knows of its incidents.
 */
export function goToIncidents(page: Document, data: PageData): void {
  const view = page.defaultView;
  let pressed: { readonly x: number; readonly y: number } | undefined;

  /** The incident at a place across a chart, in pixels from its left side. */
  function incidentUnder(
    svg: SVGSVGElement,
    left: number,
  ): PageIncident | undefined {
    const [panel] = chartPanels(svg);
    const axis = panel && chartAxis(panel);
    const scale = svg.viewBox.baseVal.width /
      svg.getBoundingClientRect().width;
    const place = left * scale;
    if (!axis?.isTime || place < axis.from || place > axis.to) return;
    const ms = axis.valueAt(place);
    const slackMs = axis.valueAt(place + SLACK_PX * scale) - ms;
    return incidentAt(data, { ms, slackMs });
  }

  function chartUnder(event: Event): SVGSVGElement | null {
    return event.target instanceof Element
      ? event.target.closest<SVGSVGElement>("svg[data-x],.chart svg")
      : null;
  }

  function pointed(event: MouseEvent): PageIncident | undefined {
    const svg = chartUnder(event);
    if (!svg) return;
    const left = event.clientX - svg.getBoundingClientRect().left;
    const found = incidentUnder(svg, left);
    const isHere = found?.section && svg.closest(`#${found.section}`);
    return isHere ? undefined : found;
  }

  function go(incident: PageIncident | undefined): void {
    if (incident?.section && view) view.location.hash = incident.section;
  }

  page.addEventListener("pointerdown", ({ clientX, clientY }) => {
    pressed = { x: clientX, y: clientY };
  });
  page.addEventListener("pointermove", (event) => {
    const svg = chartUnder(event);
    if (!svg?.style.cursor) return;
    svg.style.cursor = pointed(event)?.section ? "pointer" : "crosshair";
  });
  page.addEventListener("click", (event) => {
    const { x = NaN, y = NaN } = pressed ?? {};
    const moved = Math.hypot(event.clientX - x, event.clientY - y);
    // A range was chosen, or text.
    if (moved <= CLICK_PX) go(pointed(event));
  });
  page.addEventListener("keydown", (event) => {
    const svg = event.key === "Enter" ? chartUnder(event) : null;
    const mark = svg?.querySelector("[data-readout]")?.getAttribute("x1");
    if (!svg || !mark) return;
    const { width } = svg.getBoundingClientRect();
    const left = Number(mark) * width / svg.viewBox.baseVal.width;
    go(incidentUnder(svg, left));
  });
}

import { tell } from "../../chart/script/chart_events.ts";
import { writeDeepLink } from "./deep_link.ts";
import type { PageData } from "./page_data.ts";
import { rangeAround } from "./range_around.ts";

/**
 * Puts below the facts of each incident what can be done with it: show its time in
 * all charts, and a link that leads in the next report too to the incident at that
 * time, whatever its number is there.
 *
 * @param page The page.
 * @param data What it knows of its incidents.
 */
export function addIncidentTools(page: Document, data: PageData): void {
  for (const incident of data.incidents) {
    const { id, number, section } = incident;
    const part = section === null ? null : page.getElementById(section);
    if (!part) continue;
    const zoom = page.createElement("button");
    zoom.type = "button";
    zoom.textContent = "Show this time in all charts";
    zoom.addEventListener("click", () => {
      const detail = rangeAround(incident, data.intervalMs);
      tell(page, "chartsshow", { detail });
    });
    const link = page.createElement("a");
    link.href = writeDeepLink({ target: `incident-${id}`, range: undefined });
    link.textContent = "Link";
    link.setAttribute("aria-label", `Link to incident #${number}`);
    const tools = page.createElement("div");
    tools.className = "tools";
    tools.append(zoom, link);
    (part.querySelector(":scope > dl.row") ?? part.querySelector("h2,h3"))
      ?.after(tools);
  }
}

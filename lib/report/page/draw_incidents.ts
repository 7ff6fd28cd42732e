import { incidentLayout } from "../../chart/incident_layout.ts";
import { chartAxis } from "../../chart/script/chart_axis.ts";
import type { PageData } from "./page_data.ts";

/**
 * Shades and numbers the incidents of a zoomed panel anew: the whole one widened
 * short ones, and left out numbers that had no room. It draws like what is there.
 *
 * @param panel A zoomed panel of a chart of the whole time.
 * @param data Incidents, and how long a step is.
 */
export function drawIncidents(
  panel: Element,
  data: Pick<PageData, "incidents" | "intervalMs" | "subject">,
): void {
  const { from, to, low, high } = chartAxis(panel);
  const top = chartAxis(panel, "data-y").to;
  const { shades, numbers } = incidentLayout(
    data.incidents.map(({ id, number, kind, start, end }) => ({
      isAside: data.subject !== undefined && data.subject !== id,
      number,
      kind,
      startMs: Date.parse(start),
      endMs: Date.parse(end) + data.intervalMs,
    })),
    { domain: [low, high], places: [from, to] },
  );
  redraw(panel.querySelector('[data-part="rect"]'), shades, (shade, one) => {
    shade.setAttribute("x", one.x1.toFixed(2));
    shade.setAttribute("width", (one.x2 - one.x1).toFixed(2));
    shade.setAttribute("fill", one.fill);
  });
  const texts = panel.querySelector('[data-part="text"][font-weight="bold"]');
  redraw(texts, numbers, (number, { middle, text }) => {
    number.setAttribute("transform", `translate(${middle.toFixed(2)},${top})`);
    number.textContent = text;
  });
}

/** Puts copies of the first in the place of all that a group holds. */
function redraw<T>(
  group: Element | null,
  items: readonly T[],
  change: (copy: Element, item: T) => void,
): void {
  const first = group?.firstElementChild;
  if (!group || !first) return;
  group.setAttribute("data-detail", "incidents");
  group.replaceChildren(...items.map((item) => {
    const copy = group.ownerDocument.importNode(first, true);
    change(copy, item);
    return copy;
  }));
}

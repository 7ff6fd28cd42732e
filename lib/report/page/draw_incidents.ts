import { HUES } from "../../chart/theme.ts";
import { chartAxis } from "../../chart/script/chart_axis.ts";
import type { PageData } from "./page_data.ts";

/** Least width of a shaded incident in chart units, so that a short one is seen. */
const LEAST_WIDTH = 2;

/** Chart units of a bold digit or letter. */
const LETTER_WIDTH = 7;

/**
 * Shades and numbers the incidents of a zoomed panel anew: the whole one widened
 * short ones, and left out numbers that had no room. It draws like what is there.
 *
 * @param panel A zoomed panel of a chart of the whole time.
 * @param data Incidents, and how long a step is.
 */
export function drawIncidents(
  panel: Element,
  data: Pick<PageData, "incidents" | "intervalMs">,
): void {
  const { from, to, low, high, placeOf } = chartAxis(panel);
  const top = chartAxis(panel, "data-y").to;
  const shown = data.incidents.map(({ number, kind, start, end }) => ({
    fill: kind === "outage" ? HUES.missing : HUES.alarm,
    text: `${number}${kind === "outage" ? " (outage)" : ""}`,
    first: Date.parse(start),
    past: Date.parse(end) + data.intervalMs,
  })).filter(({ first, past }) => past > low && first < high).map((one) => {
    const x = Math.max(from, placeOf(one.first));
    const past = Math.max(placeOf(one.past), x + LEAST_WIDTH);
    return { ...one, x, width: Math.min(to, past) - x };
  });
  redraw(panel.querySelector('[data-part="rect"]'), shown, (shade, one) => {
    shade.setAttribute("x", one.x.toFixed(2));
    shade.setAttribute("width", one.width.toFixed(2));
    shade.setAttribute("fill", one.fill);
  });
  let free = -Infinity;
  const numbered = shown.filter(({ x, width, text }) => {
    const half = text.length * LETTER_WIDTH / 2;
    if (x + width / 2 - half < free) return false;
    free = x + width / 2 + half;
    return true;
  });
  const numbers = panel.querySelector('[data-part="text"][font-weight="bold"]');
  redraw(numbers, numbered, (number, { x, width, text }) => {
    const middle = (x + width / 2).toFixed(2);
    number.setAttribute("transform", `translate(${middle},${top})`);
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

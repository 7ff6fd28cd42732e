import { decodeNumbers } from "../detail/number_code.ts";
import { indicesOf } from "../detail/runs.ts";
import { chartAxis } from "./chart_axis.ts";
import {
  bandPath,
  type DetailView,
  firstFrom,
  lineOf,
  linePath,
  remembered,
} from "./detail_paths.ts";

/** Chart units between two rings. */
const RING_DISTANCE = 7;

const ringsOf = remembered((text) => indicesOf(decodeNumbers(text)));

/**
 * Draws the parts of a zoomed panel anew that it keeps more of than the whole
 * could show. A function of the charts' script.
 *
 * @param panel With `data-step`, what is shown (`data-x`) and what was drawn
 *   (`data-whole-x`).
 */
export function drawDetail(panel: Element): void {
  const view = viewOf(panel);
  const line = panel.querySelector('[data-detail^="line "]');
  for (const part of panel.querySelectorAll("[data-detail]")) {
    const [kind, text] = detailOf(part);
    if (kind === "line") part.setAttribute("d", linePath(text, view));
    if (kind === "band") part.setAttribute("d", bandPath(text, view));
    if (kind === "steps") drawRings(part, line, view);
  }
}

function viewOf(panel: Element): DetailView {
  const now = chartAxis(panel);
  const whole = chartAxis(panel, "data-whole-x");
  const y = chartAxis(panel, "data-y");
  const stepMs = Number(panel.getAttribute("data-step"));
  return {
    from: (now.low - whole.low) / stepMs,
    to: (now.high - whole.low) / stepMs,
    x: (step) => hundredths(now.placeOf(whole.low + step * stepMs)),
    y: (height) => hundredths(y.from + (y.to - y.from) * height),
  };
}

function detailOf(part: Element | null): readonly [string, string] {
  const text = part?.getAttribute("data-detail") ?? "";
  const end = text.indexOf(" ");
  return [text.slice(0, end), text.slice(end + 1)];
}

function drawRings(
  group: Element,
  line: Element | null,
  view: DetailView,
): void {
  const ring = group.firstElementChild;
  const { steps, heights } = lineOf(detailOf(line)[1]);
  let last = -Infinity;
  const rings = ringsOf(detailOf(group)[1]).flatMap((step) => {
    const i = firstFrom(steps, step);
    const place = view.x(step);
    const isFar = place - last >= RING_DISTANCE;
    if (!ring || steps[i] !== step || !isFar) return [];
    if (step < view.from || step > view.to) return [];
    last = place;
    const drawn = group.ownerDocument.importNode(ring, true);
    drawn.setAttribute("cx", String(place));
    drawn.setAttribute("cy", String(view.y(heights[i]!)));
    return [drawn];
  });
  group.replaceChildren(...rings);
}

function hundredths(place: number): number {
  return Math.round(place * 100) / 100;
}

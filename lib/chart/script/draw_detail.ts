import { decodeBand } from "../detail/band_detail.ts";
import { decodeLine } from "../detail/line_detail.ts";
import { decodeNumbers } from "../detail/number_code.ts";
import { indicesOf } from "../detail/runs.ts";
import { envelope } from "../envelope.ts";
import { m4 } from "../m4.ts";
import { chartAxis } from "./chart_axis.ts";

/** Parts of the shown time that a line is thinned to; a band to half as many. */
const BUCKETS = 300;

/** Chart units between two rings. */
const RING_DISTANCE = 7;

const lineOf = remembered(decodeLine);
const bandOf = remembered(decodeBand);
const ringsOf = remembered((text) => indicesOf(decodeNumbers(text)));

/** Where steps and levels are in a zoomed panel. */
interface View {
  /** First and last step in the frame, not whole. */
  readonly from: number;
  readonly to: number;
  /** Place of a step. */
  readonly x: (step: number) => number;
  /** Place of a height, from 0 to 1. */
  readonly y: (height: number) => number;
}

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

function viewOf(panel: Element): View {
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

/** Runs one point over both ends, so that the line reaches the frame. */
function linePath(text: string, { from, to, x, y }: View): string {
  const { steps, heights } = lineOf(text);
  const range = {
    start: Math.max(0, firstFrom(steps, from) - 1),
    end: Math.min(steps.length, firstFrom(steps, to) + 2),
  };
  let path = "";
  let begun = 0;
  for (const i of m4(heights, { range, buckets: BUCKETS })) {
    if (Number.isNaN(heights[i]!)) {
      // A single point is a dot.
      if (begun === 1) path += "Z";
      begun = 0;
      continue;
    }
    path += `${begun++ ? "L" : "M"}${x(steps[i]!)},${y(heights[i]!)}`;
  }
  return begun === 1 ? `${path}Z` : path;
}

function bandPath(text: string, { from, to, x, y }: View): string {
  const { every, low, high } = bandOf(text);
  const range = {
    start: Math.max(0, Math.floor(from / every) - 1),
    end: Math.min(low.length, Math.ceil(to / every) + 2),
  };
  let path = "";
  let above = "";
  let below = "";
  const close = () => {
    if (above) path += `M${above.slice(1)}${below}Z`;
    above = below = "";
  };
  for (const point of envelope(low, high, { range, buckets: BUCKETS / 2 })) {
    if (Number.isNaN(point.low)) {
      close();
      continue;
    }
    // An edge stays for as many steps as share it.
    for (const step of new Set([0, every - 1])) {
      const place = x(point.step * every + step);
      above += `L${place},${y(point.high)}`;
      below = `L${place},${y(point.low)}${below}`;
    }
  }
  close();
  return path;
}

function drawRings(group: Element, line: Element | null, view: View): void {
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

/** Index of the first step that is not before another. */
function firstFrom(steps: Int32Array, step: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]! < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hundredths(place: number): number {
  return Math.round(place * 100) / 100;
}

/** What is read once is asked for at each zoom. */
function remembered<T>(decode: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? decode(text);
    known.set(text, value);
    return value;
  };
}

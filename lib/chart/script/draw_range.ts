import { appendSvg } from "./append_svg.ts";
import { chartAxis } from "./chart_axis.ts";
import { chartPanels } from "./chart_panels.ts";
import { partShown } from "./part_shown.ts";
import { timeTicks } from "../time_ticks.ts";

/** What a chart is drawn anew for. */
export interface DrawRangeOptions {
  /** First and last moment to show, milliseconds since 1970 UTC. */
  readonly range: readonly [number, number];
  /** Begins the ids of what clips, so that they are one chart's own. */
  readonly id: string;
  /** Draws the parts anew that a panel with `data-step` keeps more of. @default {they are moved too} */
  readonly drawDetail?: ((panel: Element) => void) | undefined;
}

/**
 * Moves what a chart shows so that a part of its time fills the frame. Widths of
 * strokes, sizes of dots and texts and the vertical axis stay; the time axis
 * gets ticks of its own; `data-x` says what is shown and `data-whole-x` what was
 * drawn. A panel that drew less than 8 units of the range, and keeps no more of
 * it, stays as it is: there would be nothing to see. A function of the charts'
 * script.
 *
 * @param svg A whole chart that `addReadout` wrote its axes into, changed in place.
 * @param options The range.
 */
export function drawRange(svg: Element, options: DrawRangeOptions): void {
  const { range, id, drawDetail } = options;
  chartPanels(svg).forEach((panel, index) => {
    const whole = chartAxis(panel);
    const { low, high, from, to } = whole;
    const canDrawDetail = drawDetail !== undefined;
    const part = partShown(panel, range, { canDrawDetail });
    if (!part) return;
    const { start, end, stretch, isKept } = part;
    const places = `${from} ${to} 1`;
    panel.setAttribute("data-whole-x", `utc ${low} ${high} ${places}`);
    panel.setAttribute("data-x", `utc ${start} ${end} ${places}`);
    const now = chartAxis(panel);
    const moved = (x: number) => now.placeOf(whole.valueAt(x));
    const clip = `${id}-${index}`;
    if (isKept) drawDetail?.(panel);

    for (const part of [...panel.children]) {
      const name = part.getAttribute("data-part");
      const isDrawn = isKept && part.hasAttribute("data-detail");
      if (name === "text" && !isDrawn) {
        part.querySelectorAll("text").forEach(moveText);
      }
      if (!name || /text|axis|y-grid|frame/.test(name)) continue;
      part.querySelectorAll("path,rect,line,circle").forEach((shape) => {
        if (isKept && shape.closest("[data-detail]")) return;
        moveX(shape, moved);
        const width = Number(shape.getAttribute("width"));
        if (width) shape.setAttribute("width", (width * stretch).toFixed(2));
      });
      const clipped = appendSvg(panel, "g", { "clip-path": `url(#${clip})` });
      part.replaceWith(clipped);
      clipped.append(part);
    }
    const frame = { x: from, width: to - from, y: -99, height: 9999 };
    appendSvg(appendSvg(panel, "clipPath", { id: clip }), "rect", frame);
    const ticks = timeTicks([start, end], Math.max(1, (to - from) / 72 | 0));
    panel.querySelectorAll('[data-part^="x-axis tick"]').forEach(drawTicks);

    /** A legend and what names the whole frame stay; what leaves it goes. */
    function moveText(text: Element): void {
      const [x = 0, y = 0] = (text.getAttribute("transform") ?? "")
        .match(/-?\d[\d.]*/g)?.map(Number) ?? [];
      const isAt = (one: number, other: number) => Math.abs(one - other) < 0.02;
      const vertical = chartAxis(panel, "data-y");
      const isCentred = isAt(x, (from + to) / 2) &&
        isAt(y, (vertical.from + vertical.to) / 2);
      const isOfFrame = (isAt(x, from) || isAt(x, to)) &&
        text.closest("g")?.getAttribute("text-anchor") === "start";
      if (isCentred || isOfFrame) return;
      if (moved(x) < from || moved(x) > to) text.remove();
      else moveX(text, moved);
    }

    function drawTicks(part: Element): void {
      const old = [...part.querySelectorAll("path,text")];
      for (const group of new Set(old.map((tick) => tick.parentElement))) {
        const first = group?.firstElementChild;
        if (!first) continue;
        group.replaceChildren(...ticks.map(({ ms, label }) => {
          const tick = svg.ownerDocument.importNode(first, true);
          moveX(tick, () => now.placeOf(ms));
          if (tick.localName === "text") write(tick, label);
          return tick;
        }));
      }
    }
  });

  function write(text: Element, label: string): void {
    text.removeAttribute("y");
    text.replaceChildren();
    label.split("\n").forEach((line, index) => {
      const below = index === 0 ? { y: "0.71em" } : { dy: "1em" };
      appendSvg(text, "tspan", { x: 0, ...below }).textContent = line;
    });
  }

  /** Changes the first number of each pair, or the only one. */
  function moveX(element: Element, to: (x: number) => number): void {
    const names = element.hasAttribute("transform")
      ? ["transform"]
      : ["d", "x", "x1", "x2", "cx"];
    for (const name of names) {
      const moved = element.getAttribute(name)?.replace(
        /(-?[\d.]+)(,-?[\d.]+|$)/g,
        (_, x, y) => Number(to(Number(x)).toFixed(2)) + y,
      );
      if (moved !== undefined) element.setAttribute(name, moved);
    }
  }
}

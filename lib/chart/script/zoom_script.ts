import { brushCharts } from "./brush_script.ts";
import { chartAxis } from "./chart_axis.ts";
import { chartPanels } from "./chart_panels.ts";
import { partShown } from "./part_shown.ts";
import { drawRange, type DrawRangeOptions } from "./draw_range.ts";

/** What charts show, milliseconds since 1970 UTC, its end left out; `undefined`: all. */
export type ShownRange = readonly [number, number] | undefined;

/** What zooming can do more than moving what was drawn. */
export interface ZoomOptions extends Pick<DrawRangeOptions, "drawDetail"> {}

/**
 * Lets the charts of a page with a time axis show a part of it, all the same
 * one, and tells it as parameters beside a button that shows all again. Each
 * change ends with an event `chartszoom`. What is printed is whole. A function of
 * the charts' script.
 *
 * @param page The page; another call for the same one only takes in new charts.
 * @param options What draws details.
 */
export function zoomCharts(
  page: Document,
  { drawDetail }: ZoomOptions = {},
): void {
  const view = page.defaultView;
  const root = page.documentElement;
  let range: ShownRange;
  let printed: ShownRange;
  let ids = 0;
  /** What a chart was before, and the range that it shows. */
  const zoomed = new Map<
    SVGSVGElement,
    { whole: Element; shows: ShownRange }
  >();
  fitCharts();
  if (!view || root.hasAttribute("data-zoom")) return;
  root.setAttribute("data-zoom", "");
  const bar = page.createElement("div");
  bar.style.cssText =
    "position:fixed;z-index:9;display:none;padding:4px 8px;bottom:8px;" +
    "left:50%;transform:translateX(-50%);box-sizing:border-box;" +
    "width:max-content;max-width:calc(100% - 16px);gap:0 8px;" +
    "flex-wrap:wrap;align-items:center;justify-content:center;" +
    "font:12px/1.6 system-ui,sans-serif;background:Canvas;color:CanvasText;" +
    "border:1px solid GrayText;border-radius:4px";
  const told = page.createElement("code");
  told.style.cssText = "max-width:100%;overflow-x:auto;white-space:nowrap;" +
    "user-select:all;-webkit-user-select:all";
  told.title = "Parameters that draw this range anew, in full detail";
  told.setAttribute("aria-live", "polite");
  const button = page.createElement("button");
  button.textContent = "Reset zoom";
  button.addEventListener("click", () => zoomTo(undefined));
  bar.append("Zoomed to", told, button);
  page.body.append(bar);
  // Charts that are run anew, or were out of the page for a while, follow.
  const watch = new MutationObserver((changes) => {
    const isPicture = (node: Node) =>
      node instanceof Element &&
      (node.matches("svg") || node.querySelector("svg"));
    // A notebook changes at each key; most of that is text.
    if (changes.some(({ addedNodes }) => [...addedNodes].some(isPicture))) {
      draw();
    }
  });

  function charts(): SVGSVGElement[] {
    return [...page.querySelectorAll("svg")].filter((svg) =>
      chartPanels(svg).some((panel) => chartAxis(panel).isTime)
    );
  }

  /** A finger scrolls a chart that is wider than its box, and drags over others. */
  function fitCharts(): void {
    for (const { style, parentElement: box } of charts()) {
      const scrolls = box && box.scrollWidth > box.clientWidth;
      style.touchAction = scrolls ? "auto" : "pan-y";
      style.cursor = "crosshair";
    }
  }

  function zoomTo(to: ShownRange): void {
    if (!to && !range) return;
    range = to;
    watch.disconnect();
    draw();
    bar.style.display = range ? "flex" : "none";
    if (range) {
      const [from, end] = range.map((ms) =>
        new Date(ms).toISOString().replace(/(:00)?\.000Z/, "Z")
      );
      told.textContent = `"from": "${from}", "to": "${end}"`;
      watch.observe(page.body, { childList: true, subtree: true });
    }
    page.dispatchEvent(new Event("chartszoom"));
  }

  function draw(): void {
    for (const svg of range ? charts() : zoomed.keys()) {
      const { whole = svg, shows } = zoomed.get(svg) ?? {};
      if (shows && shows === range) continue;
      if (range && changes(whole, range)) {
        const kept = zoomed.has(svg) ? whole : copyOf(svg);
        const drawn = copyOf(kept);
        const id = `zoom-${ids++}`;
        drawRange(drawn, { range, id, drawDetail });
        put(svg, drawn);
        zoomed.set(svg, { whole: kept, shows: range });
      } else if (zoomed.delete(svg)) put(svg, whole);
    }
  }

  /** Whether a whole chart would look different. */
  function changes(whole: Element, range: readonly [number, number]): boolean {
    const canDrawDetail = drawDetail !== undefined;
    return chartPanels(whole).some((panel) =>
      partShown(panel, range, { canDrawDetail })
    );
  }

  function put(svg: Element, drawn: Element): void {
    svg.replaceChildren(...drawn.childNodes);
    for (const name of ["data-x", "data-whole-x"]) {
      const axis = drawn.getAttribute(name);
      if (axis === null) svg.removeAttribute(name);
      else svg.setAttribute(name, axis);
    }
  }

  function copyOf(svg: Element): Element {
    const copy = page.importNode(svg, true);
    const marks = copy.querySelectorAll("[data-readout],[data-brush]");
    marks.forEach((mark) => mark.remove());
    return copy;
  }

  view.addEventListener("resize", fitCharts);
  view.addEventListener("beforeprint", () => {
    // It may come twice, and the second time nothing is zoomed.
    printed = range ?? printed;
    zoomTo(undefined);
  });
  view.addEventListener("afterprint", () => {
    zoomTo(printed ?? range);
    printed = undefined;
  });
  brushCharts(page, { charts, zoomTo });
}

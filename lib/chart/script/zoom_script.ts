import { brushCharts } from "./brush_script.ts";
import { hear, tell, type TimeRange } from "./chart_events.ts";
import { chartAxis } from "./chart_axis.ts";
import { chartPanels } from "./chart_panels.ts";
import { partShown } from "./part_shown.ts";
import { drawRange, type DrawRangeOptions } from "./draw_range.ts";
import { zoomBar, type ZoomBarActions } from "./zoom_bar.ts";

/** What charts show; `undefined`: all. */
export type ShownRange = TimeRange | undefined;

/** What zooming can do more than moving what was drawn, and how it tells ranges. */
export interface ZoomOptions
  extends
    Pick<DrawRangeOptions, "drawDetail">,
    Pick<ZoomBarActions, "rangeText"> {}

/**
 * Lets the charts of a page with a time axis show a part of it, all the same
 * one, and tells it beside a button that shows all again. It
 * tells `chartszoom` and hears `chartsshow` (`ChartEvents`). What is
 * printed is whole. A function of the charts' script.
 *
 * @param page The page; another call for the same one only takes in new charts.
 * @param options What draws details and tells ranges.
 */
export function zoomCharts(
  page: Document,
  { drawDetail, ...texts }: ZoomOptions = {},
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
  const bar = zoomBar(page, {
    reset: () => zoomTo(undefined),
    zoomBy: (factor) => zoomBy(factor),
    ...texts,
  });
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
    show(to);
    tell(page, "chartszoom", { detail: range ?? null });
  }

  function show(to: ShownRange): void {
    range = to;
    watch.disconnect();
    draw();
    bar.show(range);
    if (!range) return;
    watch.observe(page.body, { childList: true, subtree: true });
  }

  function draw(): void {
    for (const svg of range ? charts() : zoomed.keys()) {
      const whole = wholeOf(svg);
      const shows = zoomed.get(svg)?.shows;
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

  function wholeOf(svg: SVGSVGElement): Element {
    return zoomed.get(svg)?.whole ?? svg;
  }

  /** Whether a whole chart would look different. */
  function changes(whole: Element, range: TimeRange): boolean {
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

  // A finger has no keys, and may not drag over a chart that it scrolls.
  page.addEventListener("click", ({ pointerType, target }) => {
    const isPicture = charts().some((svg) =>
      target instanceof Node && svg.contains(target)
    );
    if (pointerType === "touch" && isPicture) bar.offer();
  });
  view.addEventListener("resize", fitCharts);
  view.addEventListener("beforeprint", () => {
    // It may come twice, and the second time nothing is zoomed.
    printed = range ?? printed;
    show(undefined);
  });
  view.addEventListener("afterprint", () => {
    show(printed ?? range);
    printed = undefined;
  });
  hear(page, "chartsshow", (to) => {
    if (!to) zoomTo(undefined);
    else if (charts().some((svg) => changes(wholeOf(svg), to))) zoomTo(to);
  });
  const zoomBy = brushCharts(page, { charts, zoomTo });
}

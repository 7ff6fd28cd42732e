import { appendSvg } from "./append_svg.ts";
import { hear, tell, type Telling } from "./chart_events.ts";
import { chartAxis } from "./chart_axis.ts";
import { chartPanels } from "./chart_panels.ts";
import { cornerAt, isOn } from "./corner_at.ts";
import { type Moment, momentAt } from "./moment_at.ts";
import { numberText, valuesAt } from "./values_at.ts";

/** What reading can tell more. */
export interface ReadOptions {
  /** Writes a moment, milliseconds since 1970 UTC, to stand below UTC. */
  readonly localTime?: ((ms: number) => string) | undefined;
}

/**
 * Lets the charts of a page tell time and values under the pointer, and marks
 * the same moment in all others with a time axis. With the keyboard: focus a
 * chart, then the arrow keys; Escape ends it.
 *
 * It reads what `addReadout` wrote into the charts and needs no other data; on a
 * page without scripts they stay pictures. With `zoomCharts` it shares events
 * (`ChartEvents`): while a range is chosen it tells that one, after
 * other times are shown the same moment, and it asks for what lies beyond the
 * frame where an arrow leaves it. A function of the charts' script.
 *
 * @param page The page; another call for the same one only takes in new charts.
 * @param options What it tells of a time.
 */
export function readCharts(
  page: Document,
  { localTime }: ReadOptions = {},
): void {
  const charts = () =>
    [...page.querySelectorAll("svg")].filter((svg) =>
      chartPanels(svg).length > 0
    );
  for (const svg of charts()) svg.setAttribute("tabindex", "0");
  const root = page.documentElement;
  if (root.hasAttribute("data-readouts")) return;
  root.setAttribute("data-readouts", "");

  // Chromium rings a picture that was clicked, as no other element.
  const style = page.createElement("style");
  style.textContent = "svg:focus:not(:focus-visible){outline:0}";
  const box = page.createElement("div");
  box.setAttribute("role", "status");
  box.style.cssText = "position:fixed;z-index:9;display:none;padding:4px 8px;" +
    "white-space:pre;pointer-events:none;font:12px/1.45 system-ui,sans-serif;" +
    "background:Canvas;color:CanvasText;border:1px solid GrayText;border-radius:4px";
  page.body.append(style, box);
  let focus: { svg: SVGSVGElement; at: number; value: number } | undefined;

  function timeText({ rounded, hasSeconds }: Moment): string {
    const time = new Date(rounded).toISOString();
    const shown = time.slice(0, hasSeconds ? 19 : 16).replace("T", " ");
    const local = localTime?.(rounded);
    return local ? `${shown} UTC\n${local}` : `${shown} UTC`;
  }

  function drawLine(panel: Element, at: number): void {
    const y = chartAxis(panel, "data-y");
    const box = panel.closest("svg")?.viewBox.baseVal;
    const ends = panel.hasAttribute("data-y")
      ? [y.from, y.to]
      : [0, box?.height ?? 0];
    appendSvg(panel, "line", {
      ...{ x1: at, x2: at, y1: ends[0] ?? 0, y2: ends[1] ?? 0 },
      "data-readout": "",
      "pointer-events": "none",
      stroke: "currentColor",
      "stroke-opacity": 0.6,
    });
  }

  function hide(): void {
    box.style.display = "none";
    focus = undefined;
    page.querySelectorAll("[data-readout]").forEach((line) => line.remove());
  }

  function show(svg: SVGSVGElement, at: number): void {
    hide();
    const panels = chartPanels(svg);
    const [panel] = panels;
    const x = panel && chartAxis(panel, "data-x");
    if (!x || !isOn(x, at)) return;
    focus = { svg, at, value: x.valueAt(at) };
    const path = firstPath(svg);
    const corner = path && cornerAt(path, at);
    const snapped = corner && corner.heights.length > 0 ? corner.place : at;
    const moment = x.isTime ? momentAt(panel, snapped) : undefined;
    const value = moment?.ms ?? x.valueAt(snapped);
    const counts = panel.getAttribute("data-counts") ?? "";
    const title = moment ? timeText(moment) : `${counts} ${numberText(value)}`;
    const others = x.isTime ? charts() : [svg];
    for (const one of others.flatMap(chartPanels)) {
      const axis = chartAxis(one, "data-x");
      const place = axis.placeOf(value);
      if (axis.isTime === x.isTime && isOn(axis, place)) drawLine(one, place);
    }
    const lines = panels.flatMap((one) => valuesAt(one, snapped));
    write({ svg, place: snapped, text: [title, ...lines].join("\n") });
  }

  function write({ svg, place, text }: Telling): void {
    box.textContent = text;
    const frame = svg.getBoundingClientRect();
    const left = frame.left + place * frame.width / svg.viewBox.baseVal.width;
    box.style.display = "block";
    const { innerWidth = 0 } = page.defaultView ?? {};
    const fits = left + 14 + box.offsetWidth < innerWidth;
    box.style.left = `${
      Math.max(0, fits ? left + 14 : left - 14 - box.offsetWidth)
    }px`;
    box.style.top = `${Math.max(0, frame.top + 8)}px`;
  }

  function chartOf(event: Event): SVGSVGElement | null {
    const svg = event.target instanceof Element && event.target.closest("svg");
    return svg && chartPanels(svg).length > 0 ? svg : null;
  }

  function point(event: PointerEvent): void {
    const svg = chartOf(event);
    // What zooms goes on from the marked moment.
    const isControl = event.target instanceof Element &&
      event.target.closest("[data-chart-controls]");
    if (isControl) return;
    if (!svg) return focus && hide();
    const { left, width } = svg.getBoundingClientRect();
    show(svg, (event.clientX - left) * svg.viewBox.baseVal.width / width);
  }

  /** The place of a moment, which may have moved. */
  function placeOf(svg: SVGSVGElement, value: number): number {
    const [panel = svg] = chartPanels(svg);
    return chartAxis(panel, "data-x").placeOf(value);
  }

  function firstPath(svg: SVGSVGElement): Element | null {
    return svg.querySelector("[data-y] path[data-part], path[data-part]");
  }

  /** One key press on: 4 units, or as many more as it takes to read another value. */
  function pressFrom(svg: SVGSVGElement, at: number, way: number): number {
    const path = firstPath(svg);
    const { width } = svg.viewBox.baseVal;
    const here = path && cornerAt(path, at).place;
    let to = at + 4 * way;
    while (path && to > 0 && to < width && cornerAt(path, to).place === here) {
      to += 4 * way;
    }
    return to;
  }

  function step(svg: SVGSVGElement, way: number, presses: number): void {
    const [panel = svg] = chartPanels(svg);
    const { from, to, valueAt } = chartAxis(panel, "data-x");
    let at = focus?.svg === svg ? focus.at : svg.viewBox.baseVal.width / 2;
    for (let i = 0; i < presses; i++) at = pressFrom(svg, at, way);
    const inside = Math.min(to, Math.max(from, at));
    if (inside === at) return show(svg, at);
    tell(svg, "chartspan", { detail: way });
    show(svg, placeOf(svg, valueAt(inside)));
  }

  // On paper there is no pointer.
  page.defaultView?.addEventListener("beforeprint", hide);
  hear(page, "chartsbrush", (telling) => {
    hide();
    if (telling) write(telling);
  });
  hear(page, "chartszoom", () => {
    if (focus) show(focus.svg, placeOf(focus.svg, focus.value));
  });
  page.addEventListener("pointermove", point);
  page.addEventListener("pointerdown", point);
  page.addEventListener("keydown", (event) => {
    const svg = chartOf(event);
    if (event.key === "Escape" || !svg) return focus && hide();
    const way = event.key === "ArrowLeft"
      ? -1
      : event.key === "ArrowRight"
      ? 1
      : 0;
    if (way === 0) return;
    event.preventDefault();
    step(svg, way, event.shiftKey ? 10 : 1);
  });
}

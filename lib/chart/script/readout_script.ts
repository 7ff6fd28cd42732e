import { appendSvg } from "./append_svg.ts";
import { type ChartAxis, chartAxis } from "./chart_axis.ts";
import { chartPanels } from "./chart_panels.ts";

/** What is told, and where. */
interface Telling {
  readonly svg: SVGSVGElement;
  /** Beside which place, in chart units. */
  readonly place: number;
  readonly text: string;
}

/**
 * Lets the charts of a page tell time and values under the pointer, and marks
 * the same moment in all others with a time axis. With the keyboard: focus a
 * chart, then the arrow keys; Escape ends it.
 *
 * It reads what `addReadout` wrote into the charts and needs no other data; on a
 * page without scripts they stay pictures. With `zoomCharts` it shares events:
 * while a range is chosen it tells that one (`chartsbrush`), after other times
 * are shown the same moment (`chartszoom`), and it asks for what lies beyond the
 * frame where an arrow leaves it (`chartspan`). A function of the charts' script.
 *
 * @param page The page; another call for the same one only takes in new charts.
 */
export function readCharts(page: Document): void {
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

  /** Whether a place is on an axis; turned into a value and back it is a hair off. */
  function isOn({ from, to }: ChartAxis, place: number): boolean {
    return place > from - 0.01 && place < to + 0.01;
  }

  /** The shown corner of a path nearest to a place: two heights for a band, none in a gap. */
  function cornerAt(path: Element, at: number) {
    const panel = path.closest("[data-x]");
    const frame = panel && chartAxis(panel, "data-x");
    const isShown = (x: number) => frame && isOn(frame, x);
    const corners = [
      ...(path.getAttribute("d") ?? "").matchAll(/(-?[\d.]+),(-?[\d.]+)/g),
    ].map(([, x, y]) => [Number(x), Number(y)] as const);
    const places = [...new Set(corners.map(([x]) => x))];
    const nearest = places.filter(isShown).reduce(
      (best, x) => Math.abs(x - at) < Math.abs(best - at) ? x : best,
      Infinity,
    );
    const width = Math.max(...places) - Math.min(...places);
    const apart = Math.max(4, 2 * width / places.length);
    const heights = Math.abs(nearest - at) > apart
      ? []
      : corners.filter(([x]) => x === nearest).map(([, y]) => y);
    return { place: nearest, heights };
  }

  function numberText(value: number): string {
    return Number(value.toPrecision(3)).toLocaleString("en-US", {
      maximumSignificantDigits: 3,
    });
  }

  /** A path's corners are known to a tenth of a chart unit, and so are times. */
  function timeText(ms: number, tenth: number): string {
    const units = [1e3, 1e4, 6e4, 6e5, 3.6e6];
    const unit = units.find((unit) => unit >= tenth) ?? 3.6e6;
    const time = new Date(Math.round(ms / unit) * unit).toISOString();
    const shown = time.slice(0, unit < 6e4 ? 19 : 16).replace("T", " ");
    return `${shown} UTC`;
  }

  function linesOf(panel: Element, at: number): string[] {
    const unit = panel.getAttribute("data-unit") ?? "";
    const y = chartAxis(panel, "data-y");
    // What is drawn last lies on top and is told first.
    const paths = [...panel.querySelectorAll("path[data-part]")].reverse();
    const lines = paths.flatMap(
      (path) => {
        const values = cornerAt(path, at).heights.map(y.valueAt);
        const ends = [Math.min(...values), Math.max(...values)]
          .map(numberText);
        return values.length === 0 ? [] : [
          `${path.getAttribute("data-part")} ${
            [...new Set(ends)].join(" – ")
          } ${unit}`,
        ];
      },
    );
    const name = panel.getAttribute("data-name");
    return panel.hasAttribute("data-y") && lines.length > 0
      ? [...(name ? [name] : []), ...lines.map((line) => `  ${line}`)]
      : [];
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
    const x = panels[0] && chartAxis(panels[0], "data-x");
    if (!x || !isOn(x, at)) return;
    focus = { svg, at, value: x.valueAt(at) };
    const path = firstPath(svg);
    const corner = path && cornerAt(path, at);
    const snapped = corner && corner.heights.length > 0 ? corner.place : at;
    const value = x.valueAt(snapped);
    const counts = panels[0]?.getAttribute("data-counts") ?? "";
    // What was drawn is not more exact where it is zoomed.
    const drawn = panels[0]?.hasAttribute("data-whole-x")
      ? chartAxis(panels[0], "data-whole-x")
      : x;
    const title = x.isTime
      ? timeText(value, Math.abs(drawn.valueAt(at + 0.1) - drawn.valueAt(at)))
      : `${counts} ${numberText(value)}`;
    const others = x.isTime ? charts() : [svg];
    for (const panel of others.flatMap(chartPanels)) {
      const axis = chartAxis(panel, "data-x");
      const place = axis.placeOf(value);
      if (axis.isTime === x.isTime && isOn(axis, place)) drawLine(panel, place);
    }
    const lines = panels.flatMap((one) => linesOf(one, snapped));
    tell({ svg, place: snapped, text: [title, ...lines].join("\n") });
  }

  function tell({ svg, place, text }: Telling): void {
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
    const detail = way;
    svg.dispatchEvent(new CustomEvent("chartspan", { bubbles: true, detail }));
    show(svg, placeOf(svg, valueAt(inside)));
  }

  // On paper there is no pointer.
  page.defaultView?.addEventListener("beforeprint", hide);
  page.addEventListener("chartsbrush", (event) => {
    hide();
    if (event instanceof CustomEvent && event.detail) tell(event.detail);
  });
  page.addEventListener("chartszoom", () => {
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

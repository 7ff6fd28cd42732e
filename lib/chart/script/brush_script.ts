import { appendSvg } from "./append_svg.ts";
import { hear, tell } from "./chart_events.ts";
import { chartAxis } from "./chart_axis.ts";
import { chartPanels } from "./chart_panels.ts";

/** Charts that can show a part of their time. */
export interface BrushedCharts {
  /** The charts with a time axis. */
  readonly charts: () => SVGSVGElement[];
  /** Shows another range, milliseconds since 1970 UTC, or all. */
  readonly zoomTo: (range: readonly [number, number] | undefined) => void;
}

/** Milliseconds in which a second click makes a double click of the first. */
const SECOND_CLICK_MS = 300;

/**
 * Lets a reader choose the range that charts show: by dragging over one, or by
 * `+` and `-` around the marked moment; Escape and a double click show all.
 *
 * It tells `chartsbrush` and `chartpick`, and hears `chartspan`
 * (`ChartEvents`). A function of the charts' script.
 *
 * @param page The page.
 * @param zoom Its charts.
 * @returns Shows so many times as much time around the marked moment, or the
 *   middle where none is marked.
 */
export function brushCharts(
  page: Document,
  zoom: BrushedCharts,
): (factor: number) => void {
  type Range = readonly [number, number];
  const { zoomTo, charts } = zoom;
  let press: { svg: SVGSVGElement; id: number; left: number } | undefined;
  let brushed: Range | undefined;
  let wasBrushed = false;
  let picking: ReturnType<typeof setTimeout> | undefined;

  /** The times that a chart shows, and those that it was drawn for. */
  function timesOf(svg: Element) {
    const [panel = svg] = chartPanels(svg);
    const isZoomed = panel.hasAttribute("data-whole-x");
    const whole = chartAxis(panel, isZoomed ? "data-whole-x" : "data-x");
    const shown = chartAxis(panel);
    // Where all steps are kept, what is shown bounds how exact a place is.
    const step = Number(panel.getAttribute("data-step"));
    const { low, high, from, to } = step ? shown : whole;
    const perUnit = Math.max(step, (high - low) / (to - from));
    const units = [1e3, 1e4, 6e4, 6e5, 3.6e6];
    const unit = units.find((unit) => unit >= perUnit) ?? 3.6e6;
    return { ...shown, whole, unit, least: 8 * (step || perUnit) };
  }

  /** A range in units that can be told apart, of at least 8 chart units. */
  function fitted(svg: Element, from: number, to: number): Range {
    const { whole: { low, high }, unit, least } = timesOf(svg);
    const wider = Math.max(0, least - (to - from)) / 2;
    const start = Math.max(low, Math.min(from - wider, high - least));
    const end = Math.min(high, Math.max(to + wider, low + least));
    // The end is left out where the range is drawn anew; a chart's last is not.
    const past = end < high
      ? Math.ceil(end / unit)
      : Math.floor(end / unit) + 1;
    return [Math.floor(start / unit) * unit, past * unit];
  }

  function chartOf({ target }: Event): SVGSVGElement | undefined {
    return charts().find((svg) =>
      target instanceof Node && svg.contains(target)
    );
  }

  function placeAt(svg: SVGSVGElement, clientX: number): number {
    const { left, width } = svg.getBoundingClientRect();
    return (clientX - left) * svg.viewBox.baseVal.width / width;
  }

  function clear(): void {
    page.querySelectorAll("[data-brush]").forEach((band) => band.remove());
  }

  function end(): void {
    if (brushed) tell(page, "chartsbrush", { detail: null });
    press = brushed = undefined;
    clear();
  }

  function showBand(svg: SVGSVGElement, range: Range): void {
    clear();
    const { placeOf, unit } = timesOf(svg);
    const [from = "", to = ""] = range.map((ms) =>
      new Date(ms).toISOString().slice(0, unit < 6e4 ? 19 : 16)
    );
    const until = to.startsWith(from.slice(0, 11)) ? to.slice(11) : to;
    const text = `${from.replace("T", " ")} – ${until.replace("T", " ")} UTC`;
    const detail = { svg, place: placeOf(range[1]), text };
    tell(page, "chartsbrush", { detail });
    for (const panel of charts().flatMap(chartPanels)) {
      const axis = chartAxis(panel);
      const [x = 0, right = 0] = range.map((ms) =>
        Math.min(axis.to, Math.max(axis.from, axis.placeOf(ms)))
      );
      const bottom = panel.closest("svg")?.viewBox.baseVal.height ?? 0;
      const y = panel.hasAttribute("data-y")
        ? chartAxis(panel, "data-y")
        : { from: bottom, to: 0 };
      if (right <= x) continue;
      const places = { x, y: y.to, width: right - x, height: y.from - y.to };
      const fill = { fill: "currentColor", "fill-opacity": 0.14 };
      appendSvg(panel, "rect", { "data-brush": "", ...places, ...fill });
    }
  }

  function markOf(svg: Element): number | undefined {
    const mark = svg.querySelector("[data-readout]")?.getAttribute("x1");
    return mark ? Number(mark) : undefined;
  }

  function pick(svg: SVGSVGElement, place: number): void {
    const { from, to, valueAt } = timesOf(svg);
    if (place < from || place > to) return;
    tell(svg, "chartpick", { detail: valueAt(place) });
  }

  function zoomBy(svg: Element, factor: number): void {
    const { low, high, whole, valueAt } = timesOf(svg);
    const mark = markOf(svg);
    const at = mark === undefined ? (low + high) / 2 : valueAt(mark);
    const [from, to] = [at + (low - at) * factor, at + (high - at) * factor];
    const isWhole = from <= whole.low && to >= whole.high;
    zoomTo(isWhole ? undefined : fitted(svg, from, to));
  }

  function pan(svg: Element, way: number): void {
    const { low, high, whole, unit } = timesOf(svg);
    const room = way < 0 ? low - whole.low : whole.high - high;
    const by = way * Math.ceil(Math.min(room, (high - low) / 2) / unit) * unit;
    if (by) zoomTo(fitted(svg, low + by, high + by));
  }

  page.addEventListener("pointerdown", (event) => {
    wasBrushed = false;
    clearTimeout(picking);
    const svg = chartOf(event);
    if (!svg || event.button !== 0 || !event.isPrimary) return;
    const isFinger = event.pointerType === "touch";
    if (isFinger && svg.style.touchAction === "auto") return;
    const { from, to } = timesOf(svg);
    const place = placeAt(svg, event.clientX);
    if (place < from || place > to) return;
    press = { svg, id: event.pointerId, left: event.clientX };
  });
  // Before the readout, which has nothing to tell while a range is chosen.
  page.addEventListener("pointermove", (event) => {
    if (!press || event.pointerId !== press.id) return;
    if (event.buttons === 0) return end();
    const { svg, id, left } = press;
    if (!brushed && Math.abs(event.clientX - left) < 4) return;
    svg.setPointerCapture(id);
    event.stopPropagation();
    const { from, to, valueAt } = timesOf(svg);
    const [start = 0, stop = 0] = [left, event.clientX]
      .map((clientX) => placeAt(svg, clientX))
      .map((x) => valueAt(Math.min(to, Math.max(from, x))))
      .sort((a, b) => a - b);
    brushed = fitted(svg, start, stop);
    wasBrushed = true;
    showBand(svg, brushed);
  }, true);
  page.addEventListener("pointerup", () => {
    const range = brushed;
    end();
    if (range) zoomTo(range);
  });
  page.addEventListener("pointercancel", end);
  page.addEventListener("selectstart", (event) => {
    if (press) event.preventDefault();
  });
  page.addEventListener("dblclick", (event) => {
    if (chartOf(event)) zoomTo(undefined);
  });
  // Before the readout, whose Escape comes first where something is told.
  page.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const svg = chartOf(event);
    if (key === "Escape") {
      const editor = "input,textarea,[contenteditable]";
      const isEditing = target instanceof Element && target.closest(editor);
      if (press) return end();
      if (isEditing || page.querySelector("[data-readout]")) return;
      zoomTo(undefined);
    } else if (svg && ["+", "=", "-"].includes(key)) {
      if (ctrlKey || metaKey || altKey) return;
      event.preventDefault();
      event.stopPropagation();
      zoomBy(svg, key === "-" ? 2 : 0.5);
    } else if (svg && key === "Enter") {
      const mark = markOf(svg);
      if (mark !== undefined) pick(svg, mark);
    }
  }, true);
  page.addEventListener("click", (event) => {
    const svg = chartOf(event);
    // A click ends each drag too, and a tap is how a finger reads a chart.
    if (!svg || wasBrushed || event.pointerType === "touch") return;
    if (event.detail > 1) return;
    const place = placeAt(svg, event.clientX);
    // What a double click shows is not what is left by its first click.
    picking = setTimeout(() => pick(svg, place), SECOND_CLICK_MS);
  });
  hear(page, "chartspan", (way, event) => {
    const svg = chartOf(event);
    if (svg) pan(svg, way);
  });
  return (factor) => {
    const marked = charts().find((svg) => markOf(svg) !== undefined);
    const svg = marked ?? charts()[0];
    if (svg) zoomBy(svg, factor);
  };
}

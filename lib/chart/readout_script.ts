/**
 * Lets the charts of a page tell time and values under the pointer, and marks
 * the same moment in all others with a time axis. With the keyboard: focus a
 * chart, then the arrow keys; Escape ends it.
 *
 * It is written into pages as text ({@linkcode READOUT_SCRIPT}), so it must use
 * nothing from outside itself. It reads what `addReadout` wrote into the charts
 * and needs no other data; on a page without scripts they stay pictures.
 *
 * @param page The page; another call for the same one only takes in new charts.
 */
export function readCharts(page: Document): void {
  const charts = () =>
    [...page.querySelectorAll("svg")].filter((svg) => panelsOf(svg).length > 0);
  for (const svg of charts()) svg.setAttribute("tabindex", "0");
  const root = page.documentElement;
  if (root.hasAttribute("data-readouts")) return;
  root.setAttribute("data-readouts", "");

  const box = page.createElement("div");
  box.setAttribute("role", "status");
  box.style.cssText = "position:fixed;z-index:9;display:none;padding:4px 8px;" +
    "white-space:pre;pointer-events:none;font:12px/1.45 system-ui,sans-serif;" +
    "background:Canvas;color:CanvasText;border:1px solid GrayText;border-radius:4px";
  page.body.append(box);
  let focus: { svg: SVGSVGElement; at: number } | undefined;

  function panelsOf(svg: SVGSVGElement): Element[] {
    return svg.matches("[data-x]")
      ? [svg]
      : [...svg.querySelectorAll("[data-x]")];
  }

  function axisOf(panel: Element, name: "data-x" | "data-y") {
    const [type = "", ...numbers] = (panel.getAttribute(name) ?? "").split(" ");
    const [low = 0, high = 1, from = 0, to = 1, constant = 1] = numbers
      .map(Number);
    const bend = (v: number) =>
      type === "log"
        ? Math.log(v)
        : type === "symlog"
        ? Math.sign(v) * Math.log1p(Math.abs(v) / constant)
        : v;
    const straighten = (v: number) =>
      type === "log"
        ? Math.exp(v)
        : type === "symlog"
        ? Math.sign(v) * Math.expm1(Math.abs(v)) * constant
        : v;
    const [a, b] = [bend(low), bend(high)];
    return {
      isTime: type === "utc",
      from,
      to,
      valueAt: (px: number) =>
        straighten(a + (b - a) * (px - from) / (to - from)),
      placeOf: (v: number) => from + (to - from) * (bend(v) - a) / (b - a),
    };
  }

  /** The corner of a path nearest to a place: two heights for a band, none in a gap. */
  function cornerAt(path: Element, at: number) {
    const corners = [
      ...(path.getAttribute("d") ?? "").matchAll(/(-?[\d.]+),(-?[\d.]+)/g),
    ].map(([, x, y]) => [Number(x), Number(y)] as const);
    const places = [...new Set(corners.map(([x]) => x))];
    const nearest = places.reduce(
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
    const y = axisOf(panel, "data-y");
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
    const y = axisOf(panel, "data-y");
    const box = panel.closest("svg")?.viewBox.baseVal;
    const ends = panel.hasAttribute("data-y")
      ? [y.from, y.to]
      : [0, box?.height ?? 0];
    const line = page.createElementNS("http://www.w3.org/2000/svg", "line");
    const places = { x1: at, x2: at, y1: ends[0], y2: ends[1] };
    for (const [name, place] of Object.entries(places)) {
      line.setAttribute(name, String(place));
    }
    line.setAttribute("data-readout", "");
    line.setAttribute("stroke", "currentColor");
    line.setAttribute("stroke-opacity", "0.6");
    panel.append(line);
  }

  function hide(): void {
    box.style.display = "none";
    focus = undefined;
    page.querySelectorAll("[data-readout]").forEach((line) => line.remove());
  }

  function show(svg: SVGSVGElement, at: number): void {
    hide();
    const panels = panelsOf(svg);
    const x = panels[0] && axisOf(panels[0], "data-x");
    if (!x || at < Math.min(x.from, x.to) || at > Math.max(x.from, x.to)) {
      return;
    }
    focus = { svg, at };
    const path = svg.querySelector("[data-y] path[data-part], path[data-part]");
    const corner = path && cornerAt(path, at);
    const snapped = corner && corner.heights.length > 0 ? corner.place : at;
    const value = x.valueAt(snapped);
    const counts = panels[0]?.getAttribute("data-counts") ?? "";
    const title = x.isTime
      ? timeText(value, Math.abs(x.valueAt(at + 0.1) - x.valueAt(at)))
      : `${counts} ${numberText(value)}`;
    const others = x.isTime ? charts() : [svg];
    for (const panel of others.flatMap(panelsOf)) {
      const axis = axisOf(panel, "data-x");
      const place = axis.placeOf(value);
      const isInside = place >= axis.from && place <= axis.to;
      if (axis.isTime === x.isTime && isInside) drawLine(panel, place);
    }
    box.textContent = [title, ...panels.flatMap((one) => linesOf(one, snapped))]
      .join("\n");
    const frame = svg.getBoundingClientRect();
    const left = frame.left + snapped * frame.width / svg.viewBox.baseVal.width;
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
    return svg && panelsOf(svg).length > 0 ? svg : null;
  }

  // On paper there is no pointer.
  page.defaultView?.addEventListener("beforeprint", hide);
  page.addEventListener("pointermove", (event) => {
    const svg = chartOf(event);
    if (!svg) return focus && hide();
    const { left, width } = svg.getBoundingClientRect();
    show(svg, (event.clientX - left) * svg.viewBox.baseVal.width / width);
  });
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
    const middle = svg.viewBox.baseVal.width / 2;
    const at = focus?.svg === svg ? focus.at : middle;
    show(svg, at + way * (event.shiftKey ? 40 : 4));
  });
}

/** The script of {@linkcode readCharts}, to be put behind charts in a page. */
export const READOUT_SCRIPT = `(${readCharts})(document);`;

import type { PlotRuntime } from "./plot.ts";

/** Attributes of a panel that its children inherit. */
const INHERITED = [
  "fill",
  "font-family",
  "font-size",
  "text-anchor",
] as const;

/**
 * Puts panels below each other in one SVG. Plot's facets share one scale;
 * metrics with different units cannot.
 *
 * @param runtime Plot.
 * @param panels SVG elements of the same width, each with `width` and `height`; at least one.
 * @returns One SVG element as high as all of them.
 */
export function stackPanels(
  { document }: PlotRuntime,
  panels: readonly Element[],
): Element {
  const namespace = "http://www.w3.org/2000/svg";
  const whole = document.createElementNS(namespace, "svg");
  let top = 0;
  for (const panel of panels) {
    const group = document.createElementNS(namespace, "g");
    group.setAttribute("transform", `translate(0,${top})`);
    for (const name of INHERITED) {
      const value = panel.getAttribute(name);
      if (value !== null) whole.setAttribute(name, value);
    }
    for (const { name, value } of panel.attributes) {
      if (name.startsWith("data-")) group.setAttribute(name, value);
    }
    group.append(...panel.childNodes);
    whole.append(group);
    top += Number(panel.getAttribute("height"));
  }
  const width = panels[0]?.getAttribute("width") ?? "0";
  whole.setAttribute("width", width);
  whole.setAttribute("height", String(top));
  whole.setAttribute("viewBox", `0 0 ${width} ${top}`);
  return whole;
}

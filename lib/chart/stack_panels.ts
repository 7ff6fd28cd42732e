import type { PlotRuntime } from "./plot.ts";

/** Attributes of a panel that its children inherit. */
const INHERITED = [
  "fill",
  "font-family",
  "font-size",
  "text-anchor",
] as const;

/** How panels are put together. */
export interface StackOptions {
  /** Panels beside each other. @default {1} */
  readonly columns?: number;
  /** Between two columns, in chart units. @default {0} */
  readonly gap?: number;
}

/**
 * Puts panels below each other in one SVG, or in rows. Plot's facets share one
 * scale; metrics with different units cannot.
 *
 * @param runtime Plot.
 * @param panels SVG elements of the same width, each with `width` and `height`, in
 *   a row of the same height; at least one.
 * @param options Columns.
 * @returns One SVG element as high as all rows.
 */
export function stackPanels(
  { document }: PlotRuntime,
  panels: readonly Element[],
  { columns = 1, gap = 0 }: StackOptions = {},
): Element {
  const namespace = "http://www.w3.org/2000/svg";
  const whole = document.createElementNS(namespace, "svg");
  const wide = Number(panels[0]?.getAttribute("width"));
  let top = 0;
  for (const [index, panel] of panels.entries()) {
    const column = index % columns;
    const left = column * (wide + gap);
    const group = document.createElementNS(namespace, "g");
    group.setAttribute("transform", `translate(${left},${top})`);
    for (const name of INHERITED) {
      const value = panel.getAttribute(name);
      if (value !== null) whole.setAttribute(name, value);
    }
    for (const { name, value } of panel.attributes) {
      if (name.startsWith("data-")) group.setAttribute(name, value);
    }
    group.append(...panel.childNodes);
    whole.append(group);
    const isLast = column === columns - 1 || index === panels.length - 1;
    if (isLast) top += Number(panel.getAttribute("height"));
  }
  const width = columns * wide + (columns - 1) * gap;
  whole.setAttribute("width", String(width));
  whole.setAttribute("height", String(top));
  whole.setAttribute("viewBox", `0 0 ${width} ${top}`);
  return whole;
}

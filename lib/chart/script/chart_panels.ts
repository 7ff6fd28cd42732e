/**
 * Finds the panels of a chart that `addReadout` wrote axes into: itself, or some
 * in it. A function of the charts' script.
 *
 * @param svg A chart.
 * @returns Its panels, none where it has no axes.
 */
export function chartPanels(svg: Element): Element[] {
  return svg.matches("[data-x]")
    ? [svg]
    : [...svg.querySelectorAll("[data-x]")];
}

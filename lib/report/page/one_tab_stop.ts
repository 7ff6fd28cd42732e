/**
 * Leaves one stop of the Tab key a chart: the box around it is one so that it
 * can be scrolled where no script runs, and then the chart itself is.
 *
 * @param page The page, after `readCharts`.
 */
export function oneTabStop(page: Document): void {
  for (const box of page.querySelectorAll(".chart[tabindex]")) {
    if (box.querySelector("svg[tabindex]")) box.removeAttribute("tabindex");
  }
}

/** What a chart keeps beside what it shows, so that parts of it can be shown closer. */
export interface ChartDetail {
  /** Milliseconds from one step to the next; the time axis begins at step 0. */
  readonly stepMs: number;
  /** By the label of what was drawn: `line …`, `band …` or `steps …`, in codes; empty for what is not kept. */
  readonly parts: Readonly<Record<string, string>>;
}

/**
 * Writes the detail into a panel, beside what was drawn of it.
 *
 * @param panel What Plot drew, changed in place.
 * @param detail What to write; a part that was not drawn or is empty is left out.
 */
export function addDetail(panel: Element, detail: ChartDetail): void {
  for (const [label, text] of Object.entries(detail.parts)) {
    const drawn = panel.querySelector(`[aria-label="${label}"]`);
    if (!drawn || text === "") continue;
    drawn.setAttribute("data-detail", text);
    // A panel that keeps nothing is moved as charts without detail are.
    panel.setAttribute("data-step", String(detail.stepMs));
  }
}

/**
 * Takes the detail out of a chart that stands alone.
 *
 * @param svg SVG text.
 * @returns The same picture.
 */
export function withoutDetail(svg: string): string {
  return svg.replace(
    /<[^>]*>/g,
    (tag) => tag.replace(/ data-(?:detail|step)="[^"]*"/g, ""),
  );
}

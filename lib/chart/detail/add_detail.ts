/** What a chart keeps beside what it shows, so that parts of it can be shown closer. */
export interface ChartDetail {
  /** Milliseconds from one step to the next; the time axis begins at step 0. */
  readonly stepMs: number;
  /** By the label of what was drawn: `line …`, `band …` or `steps …`, in codes. */
  readonly parts: Readonly<Record<string, string>>;
}

/**
 * Writes the detail into a panel, beside what was drawn of it.
 *
 * @param panel What Plot drew, changed in place.
 * @param detail What to write; a part that was not drawn is left out.
 */
export function addDetail(panel: Element, detail: ChartDetail): void {
  panel.setAttribute("data-step", String(detail.stepMs));
  for (const [label, text] of Object.entries(detail.parts)) {
    panel.querySelector(`[aria-label="${label}"]`)
      ?.setAttribute("data-detail", text);
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

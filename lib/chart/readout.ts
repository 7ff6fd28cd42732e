import type { Plot, Scale } from "@observablehq/plot";

/** What a reader is told of a panel at the pointer. */
export interface ReadoutOptions {
  /** What the panel shows, such as a metric's name. @default {""} */
  readonly name?: string;
  /** The shown unit of the vertical axis. @default {""} */
  readonly unit?: string;
  /** What the horizontal axis counts, where it is no time. @default {""} */
  readonly counts?: string;
  /** Whether values can be read off the vertical axis; else the moment alone is. @default {"values"} */
  readonly tells?: "values" | "moment";
}

/**
 * Writes a panel's axes into it, so that the script of a page can turn the place
 * of the pointer into a time and the marks beside it into values. A chart
 * without that script looks the same.
 *
 * Paths with a label are read out by it: `ariaLabel: () => "measured"`.
 *
 * @param panel What Plot drew, changed in place.
 * @param options Name and unit.
 */
export function addReadout(
  panel: Element & Plot,
  options: ReadoutOptions = {},
): void {
  const { name = "", unit = "", counts = "", tells = "values" } = options;
  const [x, y] = [panel.scale("x"), panel.scale("y")];
  if (x) panel.setAttribute("data-x", axisText(x));
  if (y && tells === "values") panel.setAttribute("data-y", axisText(y));
  const texts = { "data-name": name, "data-unit": unit, "data-counts": counts };
  for (const [attribute, text] of Object.entries(texts)) {
    if (text) panel.setAttribute(attribute, text);
  }
}

/** `type low high from to constant`: a scale's domain, its range in chart units. */
function axisText({ type, domain, range, constant = 1 }: Scale): string {
  const ends = [domain, range].flatMap((span) => {
    const values: unknown[] = Array.from(span ?? []);
    return [values[0], values.at(-1)];
  });
  return [type, ...ends.map(numberText), constant].join(" ");
}

function numberText(end: unknown): number {
  const value = end instanceof Date ? end.getTime() : Number(end);
  return Number.isInteger(value) ? value : Number(value.toPrecision(7));
}

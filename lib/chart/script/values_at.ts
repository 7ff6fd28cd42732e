import { chartAxis } from "./chart_axis.ts";
import { cornerAt } from "./corner_at.ts";

/**
 * Tells the values of a panel at a place, what lies on top first. A function of
 * the charts' script.
 *
 * @param panel A panel with axes.
 * @param at The place, in chart units.
 * @returns Lines: the panel's name where it has one, and each labelled path with
 *   value and unit; none where nothing is there.
 */
export function valuesAt(panel: Element, at: number): string[] {
  const unit = panel.getAttribute("data-unit") ?? "";
  const y = chartAxis(panel, "data-y");
  // What is drawn last lies on top.
  const paths = [...panel.querySelectorAll("path[data-part]")].reverse();
  const lines = paths.flatMap((path) => {
    const values = cornerAt(path, at).heights.map(y.valueAt);
    if (values.length === 0) return [];
    const ends = [Math.min(...values), Math.max(...values)].map(numberText);
    const range = [...new Set(ends)].join(" – ");
    return [`  ${path.getAttribute("data-part")} ${range} ${unit}`];
  });
  const name = panel.getAttribute("data-name");
  return panel.hasAttribute("data-y") && lines.length > 0
    ? [...(name ? [name] : []), ...lines]
    : [];
}

/**
 * Writes a value that was read off a drawing: to three digits.
 *
 * @param value The value.
 * @returns Such as `"1,230"`.
 */
export function numberText(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en-US", {
    maximumSignificantDigits: 3,
  });
}

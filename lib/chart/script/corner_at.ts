import { type ChartAxis, chartAxis } from "./chart_axis.ts";

/** What a path drew near a place. */
export interface Corner {
  /** Its own place, in chart units; infinite where nothing is shown. */
  readonly place: number;
  /** Two heights for a band, none in a gap. */
  readonly heights: readonly number[];
}

/**
 * Finds the shown corner of a path nearest to a place. A function of the charts'
 * script.
 *
 * @param path A path in a panel with axes.
 * @param at The place, in chart units.
 * @returns The corner.
 */
export function cornerAt(path: Element, at: number): Corner {
  const panel = path.closest("[data-x]");
  const frame = panel && chartAxis(panel);
  const corners = [
    ...(path.getAttribute("d") ?? "").matchAll(/(-?[\d.]+),(-?[\d.]+)/g),
  ].map(([, x, y]) => [Number(x), Number(y)] as const);
  const places = [...new Set(corners.map(([x]) => x))];
  const nearest = places.filter((x) => frame && isOn(frame, x)).reduce(
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

/**
 * Tells whether a place is on an axis; turned into a value and back it is a hair
 * off.
 *
 * @param axis The axis.
 * @param place In chart units.
 * @returns Whether it is.
 */
export function isOn({ from, to }: ChartAxis, place: number): boolean {
  return place > from - 0.01 && place < to + 0.01;
}

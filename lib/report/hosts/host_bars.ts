import type { SeverityShape } from "../document.ts";
import { shapeOf } from "../shape_of.ts";
import type { IndexIncident } from "./index_entry.ts";

/** Least width of a bar, so that a short incident is seen. */
const LEAST_WIDTH = 3;

/** Least space between two bars of a kind; those that are closer are one. */
const LEAST_SPACE = 1;

/** One incident of a host's row, or several that cannot be told apart. */
export interface HostBar {
  /** Which they are, in order of time. */
  readonly incidents: readonly IndexIncident[];
  /** How all of them are drawn. */
  readonly shape: SeverityShape;
  /** Where it begins, in chart units. */
  readonly x1: number;
  /** Where it ends. */
  readonly x2: number;
}

/**
 * Places a host's incidents; those of one severity that would touch are one bar.
 *
 * @param found The host's incidents, in order of time.
 * @param place Gives the place of a moment, in chart units.
 * @returns The bars, by where they begin.
 */
export function hostBars(
  found: readonly IndexIncident[],
  place: (ms: number) => number,
): HostBar[] {
  const bars: HostBar[] = [];
  const last = new Map<SeverityShape, number>();
  for (const incident of found) {
    const shape = shapeOf(incident);
    const start = Date.parse(incident.start);
    const x1 = place(start);
    const end = place(start + incident.durationSeconds * 1000);
    const x2 = Math.max(end, x1 + LEAST_WIDTH);
    const before = bars[last.get(shape) ?? -1];
    if (before && x1 < before.x2 + LEAST_SPACE) {
      const incidents = [...before.incidents, incident];
      bars[last.get(shape)!] = {
        ...before,
        incidents,
        x2: Math.max(before.x2, x2),
      };
      continue;
    }
    last.set(shape, bars.push({ incidents: [incident], shape, x1, x2 }) - 1);
  }
  return bars;
}

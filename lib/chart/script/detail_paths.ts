import { decodeBand } from "../detail/band_detail.ts";
import { decodeLine, type LinePoints } from "../detail/line_detail.ts";
import { envelope } from "../envelope.ts";
import { m4 } from "../m4.ts";

/** Parts of the shown time that a line is thinned to; a band to half as many. */
const BUCKETS = 300;

/** Reads a line's detail. A function of the charts' script. */
export const lineOf: (text: string) => LinePoints = remembered(decodeLine);
const bandOf = remembered(decodeBand);

/** Where steps and levels are in a zoomed panel. */
export interface DetailView {
  /** First step in the frame, not whole. */
  readonly from: number;
  /** Last step in the frame, not whole. */
  readonly to: number;
  /** Place of a step. */
  readonly x: (step: number) => number;
  /** Place of a height, from 0 to 1. */
  readonly y: (height: number) => number;
}

/**
 * Writes the shown part of a line anew. A function of the charts' script.
 *
 * @param text The line's detail.
 * @param view What is shown.
 * @returns A path, which runs one point over both ends, so that it reaches the
 *   frame.
 */
export function linePath(text: string, { from, to, x, y }: DetailView): string {
  const { steps, heights } = lineOf(text);
  const range = {
    start: Math.max(0, firstFrom(steps, from) - 1),
    end: Math.min(steps.length, firstFrom(steps, to) + 2),
  };
  let path = "";
  let begun = 0;
  for (const i of m4(heights, { range, buckets: BUCKETS })) {
    if (Number.isNaN(heights[i]!)) {
      // A single point is a dot.
      if (begun === 1) path += "Z";
      begun = 0;
      continue;
    }
    path += `${begun++ ? "L" : "M"}${x(steps[i]!)},${y(heights[i]!)}`;
  }
  return begun === 1 ? `${path}Z` : path;
}

/**
 * Writes the shown part of a band anew. A function of the charts' script.
 *
 * @param text The band's detail.
 * @param view What is shown.
 * @returns A path.
 */
export function bandPath(text: string, { from, to, x, y }: DetailView): string {
  const { every, low, high } = bandOf(text);
  const range = {
    start: Math.max(0, Math.floor(from / every) - 1),
    end: Math.min(low.length, Math.ceil(to / every) + 2),
  };
  let path = "";
  let above = "";
  let below = "";
  const close = () => {
    if (above) path += `M${above.slice(1)}${below}Z`;
    above = below = "";
  };
  for (const point of envelope(low, high, { range, buckets: BUCKETS / 2 })) {
    if (Number.isNaN(point.low)) {
      close();
      continue;
    }
    // An edge stays for as many steps as share it.
    for (const step of new Set([0, every - 1])) {
      const place = x(point.step * every + step);
      above += `L${place},${y(point.high)}`;
      below = `L${place},${y(point.low)}${below}`;
    }
  }
  close();
  return path;
}

/**
 * Finds the first step that is not before another. A function of the charts'
 * script.
 *
 * @param steps Ascending.
 * @param step The other.
 * @returns Its index; how many there are where all are before it.
 */
export function firstFrom(steps: Int32Array, step: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]! < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Keeps what is read once, since it is asked for at each zoom. A function of the
 * charts' script.
 *
 * @param decode Reads a text.
 * @returns A function that reads each text once.
 */
export function remembered<T>(
  decode: (text: string) => T,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? decode(text);
    known.set(text, value);
    return value;
  };
}

import { m4 } from "../m4.ts";
import { fromChanges, type LevelOf, toChanges } from "./levels.ts";
import { decodeNumbers, encodeNumbers } from "./number_code.ts";
import { runsOf } from "./runs.ts";

/** How finely a line is kept. */
export interface LineDetailOptions {
  /** Levels of the frame that it is drawn in. */
  readonly levelOf: LevelOf;
  /** Parts of the time, as for {@linkcode m4}. */
  readonly buckets: number;
}

/** The points of a line. */
export interface LinePoints {
  /** Steps, ascending. */
  readonly steps: Int32Array;
  /** A level each, NaN where there is no value. */
  readonly levels: Float32Array;
}

/**
 * Writes a line so that parts of it can be drawn anew with more of its steps
 * than the whole shows: all of them where there are no more than 4 a bucket.
 *
 * @param values One a step; NaN where there is none.
 * @param options Levels and fineness.
 * @returns Three words: distances of the kept steps, runs of those that have no
 *   value and have one, changes of levels.
 */
export function encodeLine(
  values: Float32Array,
  options: LineDetailOptions,
): string {
  const { levelOf, buckets } = options;
  const steps = m4(values, { buckets });
  const kept = steps.map((t) => values[t]!);
  // Nothing where all steps are kept.
  const distances = steps.length === values.length
    ? []
    : steps.map((t, i) => t - (steps[i - 1] ?? -1) - 1);
  const isThere = (i: number) => !Number.isNaN(kept[i]!);
  const levels = kept.filter((_, i) => isThere(i)).map(levelOf);
  return [distances, runsOf(kept.length, isThere), toChanges(levels)]
    .map(encodeNumbers).join(" ");
}

/**
 * Reads what {@linkcode encodeLine} wrote.
 *
 * @param text Its text.
 * @returns The points.
 */
export function decodeLine(text: string): LinePoints {
  const [distances = [], runs = [], changes = []] = text.split(" ")
    .map(decodeNumbers);
  const levels = fromChanges(changes, runs);
  const steps = new Int32Array(levels.length);
  let step = -1;
  for (let i = 0; i < steps.length; i++) {
    steps[i] = step += 1 + (distances[i] ?? 0);
  }
  return { steps, levels };
}

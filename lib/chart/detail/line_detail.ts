import { m4 } from "../m4.ts";
import { fromChanges, type HeightOf, toChanges } from "./levels.ts";
import { decodeNumbers, encodeNumbers } from "./number_code.ts";
import { runsOf } from "./runs.ts";

/** How finely a line is kept. */
export interface LineDetailOptions {
  /** Heights in the frame that it is drawn in. */
  readonly heightOf: HeightOf;
  /** Heights that are told apart. */
  readonly levels: number;
  /** Parts of the time, as for {@linkcode m4}. */
  readonly buckets: number;
}

/** The points of a line. */
export interface LinePoints {
  /** Steps, ascending. */
  readonly steps: Int32Array;
  /** A height in the frame each, from 0 to 1; NaN where there is no value. */
  readonly heights: Float32Array;
}

/**
 * Writes a line so that parts of it can be drawn anew with more of its steps
 * than the whole shows: all of them where there are no more than 4 a bucket.
 *
 * @param values One a step; NaN where there is none.
 * @param options Levels and fineness.
 * @returns Four words: how many levels, distances of the kept steps, runs of those that have no
 *   value and have one, changes of levels.
 */
export function encodeLine(
  values: Float32Array,
  options: LineDetailOptions,
): string {
  const { heightOf, levels, buckets } = options;
  const isAll = values.length <= 4 * buckets;
  const steps = isAll ? [] : m4(values, { buckets });
  const kept = isAll ? values : Float32Array.from(steps, (t) => values[t]!);
  const distances = steps.map((t, i) => t - (steps[i - 1] ?? -1) - 1);
  const runs = runsOf(kept.length, (i) => !Number.isNaN(kept[i]!));
  const known: number[] = [];
  for (let i = 0; i < kept.length; i++) {
    const height = heightOf(kept[i]!);
    if (!Number.isNaN(height)) known.push(Math.round(levels * height));
  }
  return [levels, ...[distances, runs, toChanges(known)].map(encodeNumbers)]
    .join(" ");
}

/**
 * Reads what {@linkcode encodeLine} wrote.
 *
 * @param text Its text.
 * @returns The points.
 */
export function decodeLine(text: string): LinePoints {
  const [levels, ...words] = text.split(" ");
  const [distances = [], runs = [], changes = []] = words.map(decodeNumbers);
  const heights = fromChanges(changes, runs);
  const steps = new Int32Array(heights.length);
  let step = -1;
  for (let i = 0; i < steps.length; i++) {
    steps[i] = step += 1 + (distances[i] ?? 0);
    heights[i]! /= Number(levels);
  }
  return { steps, heights };
}

/**
 * Counts the steps that {@linkcode encodeLine} kept.
 *
 * @param text Its text.
 * @returns How many; `undefined` where it kept all.
 */
export function keptSteps(text: string): number | undefined {
  const [, distances = ""] = text.split(" ");
  return distances === "" ? undefined : decodeNumbers(distances).length;
}

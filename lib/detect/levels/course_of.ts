import type { StepRange } from "../../frame/metric_table.ts";

/** What became of a feature that left its level. */
export type Course = "stays" | "goes on" | "counter";

/**
 * A line leaves at most this share of the squares that two levels leave: a rhythm
 * over the day on top of two levels comes no nearer to a line than 0.39.
 */
const BETTER = 1 / 3;

/** And covers at least this share of the move while it was measured. */
const COVERED = 0.5;

/** Of what counts up, the share of steps that do. */
const RISES = 0.9;

/** How a feature moved. */
export interface CourseOptions {
  /** From the first step outside the old level to the first at the new one. */
  readonly outside: StepRange;
  /** How far it moved. */
  readonly by: number;
  /** Gives its value at a step, NaN where none was measured. */
  readonly valueAt: (step: number) => number;
}

/**
 * Tells a level at which a feature stays from one that it only passes: where a
 * straight line says its values, from as long before it left, far better than one
 * level before and one after, it goes on. What never falls and rises at nearly
 * every step counts something, and has no level.
 *
 * @param options How it moved.
 * @returns Its course.
 *
 * @example Usage
 * ```ts
 * import { courseOf } from "@lib/detect/levels/course_of.ts";
 * import assert from "node:assert/strict";
 *
 * const outside = { start: 50, end: 100 };
 * const step = (t: number) => t < 50 ? 0 : 9;
 * const ramp = (t: number) => t / 5 + Math.sin(t);
 * assert.equal(courseOf({ outside, by: 9, valueAt: step }), "stays");
 * assert.equal(courseOf({ outside, by: 9, valueAt: ramp }), "goes on");
 * assert.equal(courseOf({ outside, by: 9, valueAt: (t) => t }), "counter");
 * ```
 */
export function courseOf({ outside, by, valueAt }: CourseOptions): Course {
  const { start, end } = outside;
  if (isCounter(outside, valueAt)) return "counter";
  const before = { start: Math.max(0, 2 * start - end), end: start };
  const all = lineOf({ start: before.start, end }, valueAt);
  const covered = Math.sign(by) * all.slope * (end - start);
  if (!(covered >= COVERED * Math.abs(by))) return "stays";
  const levels = lineOf(before, valueAt).aboutMean +
    lineOf(outside, valueAt).aboutMean;
  return all.aboutLine <= BETTER * levels ? "goes on" : "stays";
}

function isCounter(
  { start, end }: StepRange,
  valueAt: CourseOptions["valueAt"],
): boolean {
  let [pairs, rises] = [0, 0];
  let last = NaN;
  for (let t = start; t < end; t++) {
    const value = valueAt(t);
    if (Number.isNaN(value)) continue;
    if (value < last) return false;
    if (!Number.isNaN(last)) pairs++;
    if (value > last) rises++;
    last = value;
  }
  return rises > 0 && rises >= RISES * pairs;
}

/** The least squares' slope a step, and squares about the mean and about that line. */
function lineOf(
  { start, end }: StepRange,
  valueAt: CourseOptions["valueAt"],
): { slope: number; aboutMean: number; aboutLine: number } {
  let [n, meanT, meanV, tt, tv, vv] = [0, 0, 0, 0, 0, 0];
  for (let t = start; t < end; t++) {
    const value = valueAt(t);
    if (Number.isNaN(value)) continue;
    n++;
    const [fromT, fromV] = [t - meanT, value - meanV];
    meanT += fromT / n;
    meanV += fromV / n;
    tt += fromT * (t - meanT);
    tv += fromT * (value - meanV);
    vv += fromV * (value - meanV);
  }
  const slope = tt > 0 ? tv / tt : 0;
  return { slope, aboutMean: vv, aboutLine: Math.max(0, vv - slope * tv) };
}

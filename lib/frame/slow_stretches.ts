/** A run of steps in which one metric comes more seldom than the grid's steps. */
export interface SlowStretch {
  /** Step of its first value. */
  readonly start: number;
  /** First step after that of its last value. */
  readonly end: number;
  /** Steps from one value to the next, at least 2. */
  readonly every: number;
}

/** Fewer distances in a row show no rate: they may be holes. */
const LEAST_DISTANCES = 10;

/** How far a distance may be from the rate's, in parts of it. */
const TOLERANCE = 0.25;

/** A distance over values that are missing is up to so many. */
const MOST_TIMES = 4;

/**
 * Finds where a metric comes regularly, but not at every step: it has a sampling
 * rate of its own there.
 *
 * Values at distances near one length make a stretch, ten distances at least; up
 * to three values in a row may be missing in it. Holes at random make none.
 *
 * @param values One value a step, NaN where there is none.
 * @returns Stretches in order; one may begin with the value that ends another.
 *
 * @example Usage
 * ```ts
 * import { slowStretches } from "@lib/frame/slow_stretches.ts";
 * import assert from "node:assert/strict";
 *
 * const everyFourth = Float64Array.from(
 *   { length: 60 },
 *   (_, t) => t % 4 === 0 ? 1 : NaN,
 * );
 * assert.deepEqual(slowStretches(everyFourth), [
 *   { start: 0, end: 57, every: 4 },
 * ]);
 * ```
 */
export function slowStretches(values: Float64Array): SlowStretch[] {
  const stretches: SlowStretch[] = [];
  let run: Run | null = null;
  let before = -1;
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(values[t])) continue;
    const distance = t - before;
    const times = run === null ? 0 : timesOf(distance, lengthOf(run));
    if (run !== null && times > 0) {
      if (times === 1) run.whole++;
      run.lengths += times;
      run.end = t + 1;
    } else {
      close(run, stretches);
      run = before >= 0 && distance >= 2
        ? { start: before, end: t + 1, lengths: 1, whole: 1 }
        : null;
    }
    before = t;
  }
  close(run, stretches);
  return stretches;
}

/** Values that have come at one distance so far. */
interface Run {
  readonly start: number;
  end: number;
  /** How many of its lengths it spans. */
  lengths: number;
  /** Distances without a value missing between. */
  whole: number;
}

function close(run: Run | null, stretches: SlowStretch[]): void {
  if (run === null || run.whole < LEAST_DISTANCES) return;
  const { start, end } = run;
  stretches.push({ start, end, every: Math.round(lengthOf(run)) });
}

/** The mean distance so far. */
function lengthOf({ start, end, lengths }: Run): number {
  return (end - 1 - start) / lengths;
}

/** How many lengths a distance is; 0 where it is none of these. */
function timesOf(distance: number, length: number): number {
  const times = Math.round(distance / length);
  const isNear = Math.abs(distance - times * length) <= TOLERANCE * length;
  return isNear && times <= MOST_TIMES ? times : 0;
}

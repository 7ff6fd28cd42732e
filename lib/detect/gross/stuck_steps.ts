import type { StepRange } from "../../frame/metric_table.ts";
import { usualSpread } from "./usual_spread.ts";

/** A shorter run of one value says nothing. */
const LEAST_STEPS = 60;

/** And it must be this many times as long as whatever run has recurred. */
const TIMES = 5;

/** As many runs may be stuck, less one: the next longest is usual. */
const OCCASIONS = 3;

/** A value that the metric has more often at other times is one of its own. */
const MOST_ELSEWHERE = 0.001;

/**
 * Finds the stretches in which a metric that moves stood at one value, as where
 * what reads it hung: at least 60 steps, and five times as long as the third longest
 * run of one value, at a value that it hardly has at other times. A metric that
 * rests at a value, such as 0, is not stuck there.
 *
 * @param column The metric's measured values, NaN elsewhere, shape `[steps]`.
 * @returns Half-open ranges in order of time.
 *
 * @example Usage
 * ```ts
 * import { stuckSteps } from "@lib/detect/gross/stuck_steps.ts";
 * import assert from "node:assert/strict";
 *
 * const column = Float32Array.from({ length: 900 }, (_, t) => Math.sin(t));
 * column.fill(0.25, 300, 400);
 * assert.deepEqual(stuckSteps(column), [{ start: 300, end: 400 }]);
 * ```
 */
export function stuckSteps(column: Float32Array): StepRange[] {
  const { long, usual } = runsOf(column);
  const stuck = long.filter(({ start, end }) => end - start >= TIMES * usual);
  if (stuck.length === 0 || !moves(column)) return [];
  return stuck.filter(({ start, end }) => {
    const same = column.filter((value) => value === column[start]).length;
    return same - (end - start) <= MOST_ELSEWHERE * column.length;
  });
}

/** Whether it usually goes both above and below its median. */
function moves(column: Float32Array): boolean {
  return usualSpread(column).above > 0 &&
    usualSpread(column.map((value) => -value)).above > 0;
}

/** Runs of one value: those that are long, and how long the third longest is. */
interface Runs {
  readonly long: readonly StepRange[];
  readonly usual: number;
}

function runsOf(column: Float32Array): Runs {
  const long: StepRange[] = [];
  // Most runs are of one step: a list of all would be as large as the table.
  const longest = new Array<number>(OCCASIONS).fill(0);
  let start = 0;
  for (let t = 1; t <= column.length; t++) {
    if (t < column.length && column[t] === column[start]) continue;
    const steps = Number.isFinite(column[start]) ? t - start : 0;
    if (steps >= LEAST_STEPS) long.push({ start, end: t });
    if (steps > longest.at(-1)!) {
      longest[OCCASIONS - 1] = steps;
      longest.sort((a, b) => b - a);
    }
    start = t;
  }
  return { long, usual: longest.at(-1)! };
}

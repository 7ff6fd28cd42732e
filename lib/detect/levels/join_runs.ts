import type { StepRange } from "../../frame/metric_table.ts";

/**
 * Joins runs that one span of time touches: what alarmed while one thing was
 * under way is one incident.
 *
 * @param runs Disjoint ranges in order.
 * @param spans Spans, in any order.
 * @returns Disjoint ranges in order, each beginning and ending where a run did.
 *
 * @example Usage
 * ```ts
 * import { joinRuns } from "@lib/detect/levels/join_runs.ts";
 * import assert from "node:assert/strict";
 *
 * const runs = [{ start: 0, end: 2 }, { start: 4, end: 5 }, { start: 8, end: 9 }];
 * assert.deepEqual(joinRuns(runs, [{ start: 1, end: 6 }]), [
 *   { start: 0, end: 5 },
 *   { start: 8, end: 9 },
 * ]);
 * ```
 */
export function joinRuns(
  runs: readonly StepRange[],
  spans: readonly StepRange[],
): StepRange[] {
  return spans.reduce<readonly StepRange[]>((joined, span) => {
    const touched = joined.filter((run) => overlap(run, span));
    const [first, last] = [touched[0], touched.at(-1)];
    if (first === undefined || last === undefined) return joined;
    return joined.flatMap((run) =>
      run === first
        ? [{ start: first.start, end: last.end }]
        : touched.includes(run)
        ? []
        : [run]
    );
  }, runs).slice();
}

/**
 * Tells whether two ranges of steps share one.
 *
 * @param one A range.
 * @param other Another one.
 * @returns Whether they do.
 */
export function overlap(one: StepRange, other: StepRange): boolean {
  return one.start < other.end && other.start < one.end;
}

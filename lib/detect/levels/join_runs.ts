import type { StepRange } from "../../frame/metric_table.ts";

/** Which runs are joined. */
export interface JoinOptions {
  /** Spans of time, in any order. */
  readonly spans: readonly StepRange[];
  /** Tells whether a run has to do with what was under way in them. */
  readonly belongs: (run: StepRange) => boolean;
}

/**
 * Joins neighbouring runs that one span of time touches, where both have to do
 * with what was under way then: they are one incident.
 *
 * @param runs Disjoint ranges in order.
 * @param options Spans, and what belongs to them.
 * @returns Disjoint ranges in order, each beginning and ending where a run did.
 *
 * @example Usage
 * ```ts
 * import { joinRuns } from "@lib/detect/levels/join_runs.ts";
 * import assert from "node:assert/strict";
 *
 * const runs = [{ start: 0, end: 2 }, { start: 4, end: 5 }, { start: 8, end: 9 }];
 * const spans = [{ start: 1, end: 6 }];
 * assert.deepEqual(joinRuns(runs, { spans, belongs: () => true }), [
 *   { start: 0, end: 5 },
 *   { start: 8, end: 9 },
 * ]);
 * ```
 */
export function joinRuns(
  runs: readonly StepRange[],
  { spans, belongs }: JoinOptions,
): StepRange[] {
  const joined: StepRange[] = [];
  let before: StepRange | null = null;
  for (const run of runs) {
    const first = joined.at(-1);
    const neighbour = before;
    before = null;
    if (spans.some((span) => overlap(span, run)) && belongs(run)) before = run;
    const goesOn = before !== null && neighbour !== null &&
      spans.some((span) => overlap(span, neighbour) && overlap(span, run));
    if (goesOn && first !== undefined) {
      joined[joined.length - 1] = { start: first.start, end: run.end };
    } else joined.push(run);
  }
  return joined;
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

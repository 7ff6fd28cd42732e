/** A span of time, its end included. */
export interface TimeSpan {
  /** First instant, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Last instant (included), milliseconds since 1970 UTC. */
  readonly endMs: number;
}

/** Time that steps stand for: a step stands for the interval that ends with it. */
export interface StepSpan {
  /** Time of the first step, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Time of the last step (included), milliseconds since 1970 UTC. */
  readonly endMs: number;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
}

/**
 * Measures the time that steps and a labelled span have in common.
 *
 * @param span The steps.
 * @param label The labelled span.
 * @returns Milliseconds; 0 where they share one instant, negative where they do
 *   not touch.
 *
 * @example Usage
 * ```ts
 * import { sharedMs } from "@lib/frame/shared_time.ts";
 * import assert from "node:assert/strict";
 *
 * const label = { startMs: 30, endMs: 45, features: [], note: "" };
 * assert.equal(sharedMs({ startMs: 40, endMs: 50, intervalMs: 10 }, label), 14);
 * assert.ok(sharedMs({ startMs: 60, endMs: 70, intervalMs: 10 }, label) < 0);
 * ```
 */
export function sharedMs(steps: StepSpan, label: TimeSpan): number {
  return sharedBy(instantsOf(steps), label);
}

/**
 * Gives all instants that steps stand for.
 *
 * @param steps The steps.
 * @returns From just after the step before the first one.
 */
export function instantsOf(
  { startMs, endMs, intervalMs }: StepSpan,
): TimeSpan {
  return { startMs: startMs - intervalMs + 1, endMs };
}

/**
 * Finds the span that shares most time with a span; of those that share as much
 * the one whose ends are closest to its own, then the first.
 *
 * @param span The span.
 * @param others What may be about the same time.
 * @returns The span; `undefined` where none touches it.
 *
 * @example Usage
 * ```ts
 * import { mostShared } from "@lib/frame/shared_time.ts";
 * import assert from "node:assert/strict";
 *
 * const others = [{ startMs: 0, endMs: 12 }, { startMs: 11, endMs: 30 }];
 * assert.equal(mostShared({ startMs: 10, endMs: 20 }, others), others[1]);
 * assert.equal(mostShared({ startMs: 40, endMs: 50 }, others), undefined);
 * ```
 */
export function mostShared<T extends TimeSpan>(
  span: TimeSpan,
  others: readonly T[],
): T | undefined {
  const apart = ({ startMs, endMs }: TimeSpan) =>
    Math.abs(startMs - span.startMs) + Math.abs(endMs - span.endMs);
  return others.filter((other) => sharedBy(span, other) >= 0)
    .sort((a, b) =>
      sharedBy(span, b) - sharedBy(span, a) || apart(a) - apart(b)
    )[0];
}

function sharedBy(a: TimeSpan, b: TimeSpan): number {
  return Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs);
}

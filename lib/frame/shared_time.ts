import type { LabelledSpan } from "./labelled_span.ts";

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
export function sharedMs(
  { startMs, endMs, intervalMs }: StepSpan,
  label: Pick<LabelledSpan, "startMs" | "endMs">,
): number {
  // The first interval begins just after the step before.
  const afterMs = startMs - intervalMs;
  return Math.min(endMs, label.endMs) - Math.max(afterMs + 1, label.startMs);
}

import type { TrainingFacts } from "./report_input.ts";

/**
 * Gives how much time a model learned from: its training time without what was
 * left out as labelled.
 *
 * @param training The model's training.
 * @param intervalMs Milliseconds from one step to the next.
 * @returns Milliseconds.
 */
export function learnedMs(
  { steps, leftOut }: Pick<TrainingFacts, "steps" | "leftOut">,
  intervalMs: number,
): number {
  return (steps - (leftOut?.steps ?? 0)) * intervalMs;
}
